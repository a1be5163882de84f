// The office's Textbausteine: Markdown files that it edits itself.
import { readFileSync } from 'node:fs'
import type { Template } from '../slack/conversation/forms.ts'
import type { StartProblem } from '../wording/start.ts'

/** The Textbausteine of the file that a variable names; none where it names none. Answers with what is wrong with the file. */
export function templatesAt(
  variable: 'TEMPLATES_PATH' | 'POST_TEMPLATES_PATH',
  path: string | undefined,
): Template[] | Extract<StartProblem, { problem: 'templates' }> {
  if (path === undefined) return []
  const problem = { problem: 'templates', path, variable } as const
  try {
    const all = readTemplates(path)
    return all.length === 0 ? { ...problem, because: 'empty' } : all
  } catch {
    return { ...problem, because: 'unreadable' }
  }
}

/** Reads the templates of a file: each heading of the second level is one, the paragraphs below it are its
 * text. Throws if the file cannot be read. */
function readTemplates(path: string): Template[] {
  return readFileSync(path, 'utf8')
    .split(/^## +/m)
    .slice(1)
    .flatMap((section) => {
      const [title = '', ...rest] = section.split('\n')
      const text = rest
        .join('\n')
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
        .join('\n\n')
      return title.trim() === '' || text === '' ? [] : [{ title: title.trim(), text }]
    })
}
