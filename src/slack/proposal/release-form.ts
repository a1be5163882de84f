// A press release on its way into the form of a proposal: the form asks for it, and gives a few words of it to the one
// below.
import type { types } from '@slack/bolt'
import { tidied } from '../../core/content.ts'
import { unknownButton } from '../../wording/faults.ts'
import { draftGone } from '../../wording/forms.ts'
import { asideSentences } from '../../wording/from-slack.ts'
import { releaseFormWords as said } from '../../wording/press-release.ts'
import type { Entrance, FormEnd } from '../entrance.ts'
import { field, typed } from '../fields.ts'
import { readValues } from '../form-values.ts'
import { limits } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { plain } from '../pieces.ts'
import { readFormTarget } from '../target.ts'
import { proposalForm } from './forms.ts'
import { asTicked, listed, nothingElse, typedIn } from './submitting.ts'

/** Registers what happens when somebody has a press release. */
export function releaseListeners(door: Entrance, parts: Parts): void {
  const { proposals, newsroom, formSetting: setting } = parts

  door.button('from-release', nothingElse, async (press) => {
    const { form } = press
    const target = form === null ? null : readFormTarget(form.private_metadata)
    if (form === null || target === null) return unknownButton
    const kept = proposals.draftFor(target.form)
    proposals.keepDraft(target.form, {
      ...(kept ?? { fixed: { topic: null }, chosen: [] }),
      seal: target.seal,
      typed: typedIn(form.state.values, kept),
      carried: asTicked(form.state.values, kept),
    })
    await press.pushes(releaseForm(form.private_metadata))
    return null
  })

  door.form('press-release', readFormTarget, (sent, target): Promise<FormEnd> => {
    const { text } = readValues(sent.values)
    const kept = proposals.draftFor(target.form)
    if (kept?.typed == null) return Promise.resolve({ errors: { heading: draftGone } })
    const before = kept.typed
    const address = tidied(text('address'))
    const link = address === '' ? before.link : address
    const release = {
      title: text('heading'),
      text: text('release'),
      link: link === '' ? null : link,
    }
    const { text: words, ...how } = proposals.shortened(release)
    if (words === '') return Promise.resolve({ errors: { heading: said.missing } })
    const view = proposalForm({
      ...{ form: target.form, kind: 'post', draft: { ...before, text: words, link } },
      ...{ revising: null, where: target.where, setting, carried: listed(kept.carried) },
      ...{ block: `text-${parts.now()}`, period: parts.proposals.periodOf(before) },
      asides: asideSentences([{ is: 'release', ...how }]),
    })
    sent.goesOn(newsroom.redraw({ id: sent.rootId, hash: null }, view))
    return Promise.resolve(null)
  })
}

/** The form; `metadata` is that of the form below. */
function releaseForm(metadata: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'press-release',
    private_metadata: metadata,
    title: plain(said.title, limits.viewTitle),
    submit: plain(said.submit, limits.viewTitle),
    close: plain(said.close, limits.viewTitle),
    blocks: [
      field('heading', said.heading, typed('heading', said.heading, undefined, false, true)),
      field('release', said.text, typed('release', said.text, undefined, true)),
      {
        ...field('address', said.link, typed('address', said.link, undefined, false)),
        optional: true,
      },
    ],
  }
}
