// What was typed about a picture, as part of a content, and what is wrong with it (docs/regeln.md, "Bilder").
import {
  picturesInAll,
  picturesPerPart,
  textsOf,
  tidied,
  type AttachedPicture,
  type Content,
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

/** A picture as it is attached. Pure. */
export function attachedPicture({ people, ...given }: PictureDraft): AttachedPicture {
  const { sha256, until, part } = given
  const reference = tidied(given.reference)
  const shown: Shown =
    people === 'consent'
      ? { people, reference, until }
      : { people: people === 'law' ? 'law' : 'none' }
  const said = { altText: tidied(given.altText), credit: tidied(given.credit) }
  return { sha256, ...said, part: (part ?? 1) - 1, shown }
}

/** The draft that reads as this picture. Pure. */
export function pictureDraft({
  sha256,
  altText,
  credit,
  part,
  shown,
}: AttachedPicture): PictureDraft {
  const { people } = shown
  const consent = people === 'consent' ? shown : { reference: '', until: null }
  const { reference, until } = consent
  return { sha256, altText, credit, people, reference, until, part: part + 1 }
}

/** What a camera or a phone calls a picture says nothing to anybody. */
const fileName =
  /^\S+\.(jpe?g|png|gif|webp|heic|avif|tiff?)$|^(img|dsc|pxl|image|photo|screenshot|bildschirmfoto|foto|bild)[\s_-]*[\d_\s.-]*$/i

/** Everything that is wrong with the pictures of a content; `today` is the office's day. Pure. */
export function pictureFlaws(
  pictures: readonly PictureDraft[],
  content: Content,
  today: string,
): PictureFlaw[] {
  const all = textsOf(content.text).length
  const flaws = pictures.flatMap((draft, index): PictureFlaw[] => {
    const picture = index + 1
    const { altText, credit, part, shown } = attachedPicture(draft)
    const found: PictureFlaw[] = []
    if (altText === '') found.push({ picture, field: 'altText', flaw: 'no-alt-text' })
    else if (fileName.test(altText)) found.push({ picture, field: 'altText', flaw: 'file-name' })
    const surplus = altText.length - altTextAtMost
    if (surplus > 0) found.push({ picture, field: 'altText', flaw: 'alt-text-too-long', surplus })
    if (credit === '') found.push({ picture, field: 'credit', flaw: 'no-credit' })
    if (draft.people === null) found.push({ picture, field: 'people', flaw: 'people-unsaid' })
    if (draft.people === 'unfounded')
      found.push({ picture, field: 'people', flaw: 'people-unfounded' })
    if (shown.people === 'consent') {
      if (shown.reference === '') found.push({ picture, field: 'reference', flaw: 'no-reference' })
      if (shown.until !== null && shown.until < today)
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
