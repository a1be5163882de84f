// Checks what a message or a view brings along before anything is kept.

import type { Args } from './args.ts'
import { blockProblems, completed, textLength, type Block } from './blocks/blocks.ts'
import { limits } from './blocks/limits.ts'
import { isObject } from './blocks/shape.ts'
import { completedView, tooLarge, viewProblems, type ViewSource } from './blocks/view.ts'
import { Refused, refusedBecause } from './refused.ts'
import type { Metadata, Workspace } from './workspace.ts'

/** Blocks as they will be kept. Refuses invalid_blocks, invalid_blocks_format, msg_blocks_too_long. */
export function messageBlocks(workspace: Workspace, blocks: unknown): Block[] {
  if (!Array.isArray(blocks)) throw refusedBecause('invalid_blocks_format', [])
  const problems = [...blockProblems(blocks, 'message'), ...pictureProblems(workspace, blocks)]
  if (problems.length > 0) throw refusedBecause('invalid_blocks', problems)
  if (textLength(blocks) > limits.message.blocksText) throw new Refused('msg_blocks_too_long')
  return completed(blocks, () => workspace.newId('', 5))
}

/** Files that no block can show: there is none, it is no picture, nobody looked at it yet, or the block names two. Slack
 * says the same of all. */
function pictureProblems(workspace: Workspace, blocks: readonly unknown[]): string[] {
  return blocks.flatMap((block, at) => {
    if (!isObject(block) || block.type !== 'image') return []
    const place = `[json-pointer:/blocks/${at}`
    if (block.slack_file === undefined) {
      return block.image_url === undefined ? [`[ERROR] missing picture ${place}]`] : []
    }
    const id = isObject(block.slack_file) ? block.slack_file.id : undefined
    const file = typeof id === 'string' ? workspace.files.get(id) : undefined
    const isShown = file?.content != null && (file.shownFrom ?? 0) <= workspace.now()
    const isPicture = /^image\/(png|jpeg|gif)$/.test(file?.mimetype ?? '')
    return block.image_url === undefined && isShown && isPicture
      ? []
      : [`invalid slack file ${place}/slack_file]`]
  })
}

export type Content = { text?: string; blocks?: Block[]; truncated: boolean }

/** Text and blocks of a call; text is cut at 40,000. Refuses no_text where both are missing. */
export function messageContent(workspace: Workspace, args: Args): Content {
  for (const name of ['attachments', 'markdown_text']) {
    if (args.optional(name) === undefined) continue
    throw refusedBecause('invalid_arguments', [`[ERROR] the sandbox knows no ${name}`])
  }
  const given = args.json('blocks', 'invalid_blocks_format')
  const blocks = given === undefined ? undefined : messageBlocks(workspace, given)
  const text = args.optional('text')
  if (text === undefined && (blocks === undefined || blocks.length === 0)) {
    throw new Refused('no_text')
  }
  return {
    ...(blocks ? { blocks } : {}),
    ...(text === undefined ? {} : { text: text.slice(0, limits.message.text) }),
    truncated: (text ?? '').length > limits.message.text,
  }
}

/** undefined where none was sent, null where {} clears it. Refuses the three metadata errors. */
export function messageMetadata(args: Args): Metadata | null | undefined {
  const given = args.json('metadata', 'invalid_metadata_format')
  if (given === undefined || given === null) return undefined
  if (!isObject(given)) throw new Refused('invalid_metadata_format')
  if (Object.keys(given).length === 0) return null
  const { event_type: type, event_payload: payload } = given
  if (typeof type !== 'string' || type === '' || !isObject(payload)) {
    throw new Refused('invalid_metadata_format')
  }
  if (JSON.stringify(payload).length > limits.message.metadata) {
    throw new Refused('metadata_too_large')
  }
  return { event_type: type, event_payload: payload }
}

/** A view as it will be kept. Refuses invalid_arguments with sentences, and view_too_large. */
export function checkedView(
  workspace: Workspace,
  view: unknown,
  type: 'modal' | 'home',
): ViewSource {
  if (tooLarge(view)) throw new Refused('view_too_large')
  const blocks = isObject(view) && Array.isArray(view.blocks) ? view.blocks : []
  const problems = [...viewProblems(view, type), ...pictureProblems(workspace, blocks)]
  if (!isObject(view) || problems.length > 0) throw refusedBecause('invalid_arguments', problems)
  return completedView(view, () => workspace.newId('', 5))
}
