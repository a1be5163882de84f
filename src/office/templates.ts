// The office's Textbausteine: a Markdown file that it edits itself.
import { readFileSync } from 'node:fs'
import type { Template } from '../slack/conversation/forms.ts'

/** Reads the templates of a file: each heading of the second level is one, the paragraphs below it are its
 * text. Throws if the file cannot be read. */
export function readTemplates(path: string): Template[] {
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
