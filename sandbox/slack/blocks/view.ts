// Modals and App Home: what a view must look like and what Slack makes of it.

import { blockProblems, completed, type Block } from './blocks.ts'
import { id, plainText } from './elements.ts'
import { limits } from './limits.ts'
import { flag, isObject, items, object, oneOf, problem, string } from './shape.ts'

export type ViewSource = Record<string, unknown> & { type: 'modal' | 'home'; blocks: Block[] }

const shared = {
  private_metadata: string(limits.view.privateMetadata, 0),
  callback_id: id,
  external_id: string(limits.id, 0),
}

const shapes = {
  modal: object(
    { type: oneOf('modal'), title: plainText(limits.view.title), blocks: () => undefined },
    {
      ...shared,
      submit: plainText(limits.view.submit),
      close: plainText(limits.view.close),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: object({ type: oneOf('home'), blocks: () => undefined }, shared),
}

/** What is wrong with a view, as Slack words it; empty when nothing is. */
export function viewProblems(view: unknown, type: 'modal' | 'home'): string[] {
  const problems: string[] = []
  shapes[type](view, '/view', problems)
  if (!isObject(view)) return problems
  problems.push(...blockProblems(view.blocks, type, '/view/blocks'))
  const asks = items(view.blocks).some((block) => isObject(block) && block.type === 'input')
  if (type === 'modal' && asks && view.submit === undefined) {
    problem(problems, '/view', 'missing required field: submit (the view has input blocks)')
  }
  return problems
}

/** True where the view exceeds 250 KB, which Slack refuses on its own (view_too_large). */
export function tooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify({ view })) > limits.view.bytes
}

/** A valid view with ids and defaults as Slack keeps it. */
export function completedView(view: Record<string, unknown>, newId: () => string): ViewSource {
  const blocks = completed(view.blocks as unknown[], newId)
  const title = (name: string) => {
    const text = view[name]
    return isObject(text) ? { [name]: { emoji: true, ...text } } : { [name]: null }
  }
  const modal = { ...title('title'), ...title('submit'), ...title('close') }
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...view,
    ...(view.type === 'modal' ? modal : {}),
    type: view.type as 'modal' | 'home',
    blocks,
  }
}
