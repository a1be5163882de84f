// A Kachel on its way into the form of a proposal.
import { altTextOf } from '../../core/tile.ts'
import type { Carried } from '../../desk/proposal-requests.ts'
import { unknownButton } from '../../wording/faults.ts'
import { draftGone } from '../../wording/forms.ts'
import { motifLabels, tileCredit, tileFlawSentence, tileName } from '../../wording/tiles.ts'
import type { Entrance, FormEnd } from '../entrance.ts'
import { readValues } from '../form-values.ts'
import type { Parts } from '../parts.ts'
import { readFormTarget } from '../target.ts'
import { proposalForm } from './forms.ts'
import { carriedLabel, nothingElse, nothingSaid, typedIn } from './submitting.ts'
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
    const { options } = readValues(form.state.values)
    const carried = (kept?.carried ?? []).filter((_, index) =>
      options('carried').includes(String(index)),
    )
    proposals.keepDraft(target.form, {
      ...(kept ?? { fixed: { topic: null }, chosen: [] }),
      ...{ seal: target.seal, typed, carried },
    })
    await press.pushes(tileForm(form.private_metadata))
    return null
  })

  door.form('tile', readFormTarget, async (sent, target): Promise<FormEnd> => {
    const kept = proposals.draftFor(target.form)
    if (kept === null) return { errors: { heading: draftGone } }
    const words = readTile(sent.values)
    const name = motifLabels[words.motif]
    const drawn = parts.drawTile(words, name)
    if ('flaws' in drawn) {
      return {
        errors: Object.fromEntries(drawn.flaws.map((flaw) => [flaw.field, tileFlawSentence(flaw)])),
      }
    }
    const { sha256 } = proposals.pictures.keepDrawn(drawn)
    const said = { altText: altTextOf(words, name), credit: tileCredit(parts.office) }
    const tile: Carried = {
      ...{ file: null, sha256, name: tileName(words.heading) },
      said: { ...nothingSaid, ...said, people: 'none' },
    }
    const carried = [...kept.carried, tile]
    proposals.keepDraft(target.form, { ...kept, carried })
    const revising = target.seal === null ? null : proposals.seen(target.seal)
    const names = carried.map((one, index) => carriedLabel(one.name, index))
    const kind = kept.fixed.kind ?? 'post'
    const view = proposalForm({
      ...{ form: target.form, kind, draft: kept.typed, revising, setting, carried: names },
    })
    // The form below shows that it has a picture now.
    sent.goesOn(newsroom.redraw({ id: sent.rootId, hash: null }, view))
    return Promise.resolve(null)
  })
}
