// A Kachel on its way into the form of a proposal.
import { tidied } from '../../core/content.ts'
import type { Draft } from '../../core/proposal/draft.ts'
import { altTextOf, headingAtMost, type TileWords } from '../../core/tile.ts'
import { instantOf } from '../../core/time/calendar.ts'
import type { Carried } from '../../desk/proposal-requests.ts'
import { unknownButton } from '../../wording/faults.ts'
import { draftGone } from '../../wording/forms.ts'
import {
  motifLabels,
  pictureListFull,
  tileCredit,
  tileFlawSentence,
  tileName,
  tileUntil,
} from '../../wording/tiles.ts'
import type { Entrance, FormEnd } from '../entrance.ts'
import { formErrors } from '../fields.ts'
import { limits } from '../limits.ts'
import type { Parts } from '../parts.ts'
import { readFormTarget } from '../target.ts'
import { proposalForm } from './forms.ts'
import { asTicked, listed, nothingElse, nothingSaid, typedIn } from './submitting.ts'
import { readTile, tileForm } from './tile-form.ts'

/** Registers what happens when somebody wants a Kachel. */
export function tileListeners(door: Entrance, parts: Parts): void {
  const { proposals, newsroom, formSetting: setting } = parts

  door.button('make-tile', nothingElse, async (press) => {
    const { form } = press
    const target = form === null ? null : readFormTarget(form.private_metadata)
    if (form === null || target === null) return unknownButton
    const kept = proposals.draftFor(target.form)
    const typed = typedIn(form.state.values, kept)
    const carried = asTicked(form.state.values, kept)
    proposals.keepDraft(target.form, {
      ...(kept ?? { fixed: { topic: null }, chosen: [] }),
      ...{ seal: target.seal, typed, carried },
    })
    await press.pushes(tileForm(form.private_metadata, tileOf(typed, parts.zone)))
    return null
  })

  door.form('tile', readFormTarget, async (sent, target): Promise<FormEnd> => {
    const kept = proposals.draftFor(target.form)
    if (kept === null) return { errors: { heading: draftGone } }
    if (kept.carried.length >= limits.ticks) {
      return { errors: { heading: pictureListFull(limits.ticks) } }
    }
    const words = readTile(sent.values)
    const name = motifLabels[words.motif]
    const drawn = parts.drawTile(words, name)
    if ('flaws' in drawn) {
      const said = drawn.flaws.map((flaw) => ({
        ...{ block: flaw.field, sentence: tileFlawSentence(flaw) },
      }))
      return { errors: formErrors(said) }
    }
    const { sha256 } = proposals.pictures.keepDrawn(drawn)
    // The next step shows it at once.
    void proposals.pictures.preview(sha256)
    const said = { altText: altTextOf(words, name), credit: tileCredit(parts.office) }
    const tile: Carried = {
      ...{ file: null, sha256, name: tileName(words.heading) },
      said: { ...nothingSaid, ...said, people: 'none' },
    }
    const carried = [...kept.carried, tile]
    proposals.keepDraft(target.form, { ...kept, carried })
    const revising = target.seal === null ? null : proposals.seen(target.seal)
    const kind = kept.fixed.kind ?? 'post'
    const view = proposalForm({
      ...{ form: target.form, kind, draft: kept.typed, revising, setting },
      where: target.where,
      period: kept.typed === null ? null : proposals.periodOf(kept.typed),
      carried: listed(carried),
    })
    // The form below shows that it has a picture now.
    sent.goesOn(newsroom.redraw({ id: sent.rootId, hash: null }, view))
    return Promise.resolve(null)
  })
}

/** What a Kachel can take over of a warning; nothing of anything else. */
function tileOf({ text, warning }: Draft, zone: string): Partial<TileWords> {
  if (warning === undefined) return {}
  const { advice, area, validDate, validTime } = warning
  const heading = tidied(text)
  const until = instantOf(validDate ?? '', validTime ?? '', zone)
  return {
    motif: 'warning',
    // What is longer would be refused: then somebody puts it in other words.
    heading: heading.length > headingAtMost ? '' : heading,
    ...{ text: tidied(advice), place: tidied(area) },
    ...('instant' in until && { date: tileUntil(until.instant, zone) }),
  }
}
