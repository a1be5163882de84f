// What was typed about a picture, as part of a content, and what is wrong with it (docs/regeln.md, "Bilder").
import { endOfDay, localOf } from '../time/calendar.ts'
import {
  consentTo,
  picturesInAll,
  picturesPerPart,
  textsOf,
  tidied,
  type AttachedPicture,
  type Content,
  type Instant,
  type Shown,
} from '../content.ts'

/** A picture with what was typed beside it. `part` counts from 1, null where there is one part only; `people` is null
 * where nothing was chosen, "unfounded" where nothing allows to show them. */
export type PictureDraft = {
  sha256: string
  altText: string
  credit: string
  people: Shown['people'] | 'unfounded' | null
  reference: string
  until: string | null
  part: number | null
  /** An animated GIF. */
  isMoving?: boolean
}

/** Whether what was chosen about people needs an agreement that is filed somewhere. */
export function needsConsent(people: PictureDraft['people']): people is 'consent' | 'guardians' {
  return people === 'consent' || people === 'guardians'
}

/** The most characters of an alternative text (X: POST /2/media/metadata, alt_text). */
const altTextAtMost = 1_000

/** Pictures are counted from 1. */
export type PictureFlaw = { picture: number } & (
  | { field: 'altText'; flaw: 'no-alt-text' | 'file-name' }
  | { field: 'altText'; flaw: 'alt-text-too-long'; surplus: number }
  | { field: 'credit'; flaw: 'no-credit' }
  | { field: 'people'; flaw: 'people-unsaid' | 'people-unfounded' }
  | { field: 'reference'; flaw: 'no-reference' }
  | { field: 'until'; flaw: 'consent-over' }
  | { field: 'part'; flaw: 'no-such-part'; parts: number }
  | { field: 'part'; flaw: 'too-many-in-part'; limit: number }
  /** What moves stands alone (X: one GIF or four pictures). */
  | { field: 'altText'; flaw: 'gif-not-alone' }
)

/** A picture as it is attached; a consent holds to the end of its last day in the office's zone. Pure. */
export function attachedPicture({ people, ...given }: PictureDraft, zone: string): AttachedPicture {
  const { sha256, part } = given
  const reference = tidied(given.reference)
  // A consent until a day that does not exist holds for none.
  const until = given.until === null ? null : (endOfDay(given.until, zone) ?? 0)
  const shown: Shown = needsConsent(people)
    ? { people, reference, until }
    : { people: people === 'law' ? 'law' : 'none' }
  const said = { altText: tidied(given.altText), credit: tidied(given.credit) }
  return { sha256, ...said, part: (part ?? 1) - 1, shown }
}

/** The draft that reads as this picture. Pure. */
export function pictureDraft(
  { sha256, altText, credit, part, shown }: AttachedPicture,
  zone: string,
): PictureDraft {
  const { people } = shown
  const consent = consentTo(shown) ?? { reference: '', until: null }
  const { reference } = consent
  const until = consent.until === null ? null : localOf(consent.until - 1, zone).date
  return { sha256, altText, credit, people, reference, until, part: part + 1 }
}

/** What a camera or a phone calls a picture says nothing to anybody. */
const fileName =
  /^\S+\.(jpe?g|png|gif|webp|heic|avif|tiff?)$|^(img|dsc|pxl|image|photo|screenshot|bildschirmfoto|foto|bild)[\s_-]*[\d_\s.-]*$/i

/** Everything that is wrong with the pictures of a content. A consent must hold when the public sees them. Pure. */
export function pictureFlaws(
  pictures: readonly PictureDraft[],
  content: Content,
  { now, zone }: { now: Instant; zone: string },
): PictureFlaw[] {
  const shownAt = Math.max(now, content.plannedAt ?? 0)
  const all = textsOf(content.text).length
  const flaws = pictures.flatMap((draft, index): PictureFlaw[] => {
    const picture = index + 1
    const { altText, credit, part, shown } = attachedPicture(draft, zone)
    const found: PictureFlaw[] = []
    if (altText === '') found.push({ picture, field: 'altText', flaw: 'no-alt-text' })
    else if (fileName.test(altText)) found.push({ picture, field: 'altText', flaw: 'file-name' })
    const surplus = altText.length - altTextAtMost
    if (surplus > 0) found.push({ picture, field: 'altText', flaw: 'alt-text-too-long', surplus })
    if (credit === '') found.push({ picture, field: 'credit', flaw: 'no-credit' })
    if (draft.people === null) found.push({ picture, field: 'people', flaw: 'people-unsaid' })
    if (draft.people === 'unfounded')
      found.push({ picture, field: 'people', flaw: 'people-unfounded' })
    const consent = consentTo(shown)
    if (consent !== null) {
      const { reference, until } = consent
      if (reference === '') found.push({ picture, field: 'reference', flaw: 'no-reference' })
      if (until !== null && until <= shownAt)
        found.push({ picture, field: 'until', flaw: 'consent-over' })
    }
    const inPart = pictures.filter((one) => (one.part ?? 1) === part + 1).length
    if (draft.isMoving === true && inPart > 1)
      found.push({ picture, field: 'altText', flaw: 'gif-not-alone' })
    if (part >= all) found.push({ picture, field: 'part', flaw: 'no-such-part', parts: all })
    return found
  })
  const overfull = pictures.findIndex(({ part }, index) => {
    const before = pictures.slice(0, index).filter((one) => (one.part ?? 1) === (part ?? 1))
    return before.length >= picturesPerPart || index >= picturesInAll
  })
  return overfull === -1
    ? flaws
    : [
        ...flaws,
        { picture: overfull + 1, field: 'part', flaw: 'too-many-in-part', limit: picturesPerPart },
      ]
}
