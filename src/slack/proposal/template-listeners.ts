// A Textbaustein on its way into the form of a proposal: what was typed stays in front of it.
import { unknownButton } from '../../wording/faults.ts'
import type { Entrance } from '../entrance.ts'
import type { Parts } from '../parts.ts'
import { readFormTarget } from '../target.ts'
import { proposalForm } from './forms.ts'
import { asTicked, listed, typedIn } from './submitting.ts'

/** Registers what happens when somebody chooses a Textbaustein for a post. */
export function templateListeners(door: Entrance, parts: Parts): void {
  const { proposals, newsroom, formSetting: setting } = parts
  const readTemplate = (written: string) => setting.templates[Number(written) - 1] ?? null

  door.button('post-template', readTemplate, async ({ form }, template) => {
    const target = form === null ? null : readFormTarget(form.private_metadata)
    if (form === null || target === null) return unknownButton
    const kept = proposals.draftFor(target.form)
    const typed = typedIn(form.state.values, kept)
    const text = [typed.text.trim(), template.text].filter((part) => part !== '').join('\n\n')
    const view = proposalForm({
      ...{ form: target.form, kind: 'post', draft: { ...typed, text }, revising: null },
      ...{ where: target.where, setting, carried: listed(asTicked(form.state.values, kept)) },
      ...{ block: `text-${parts.now()}`, period: proposals.periodOf(typed) },
    })
    await newsroom.redraw({ id: form.id, hash: form.hash }, view)
    return null
  })
}
