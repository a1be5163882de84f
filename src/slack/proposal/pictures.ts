// The pictures of a version exactly as the public will see them, each with its alternative text to read.
import type { types } from '@slack/bolt'
import { consentTo } from '../../core/content.ts'
import {
  altTextLabel,
  consentEnds,
  pictureErased,
  pictureFacts,
  pictureNotShown,
  pictureTitle,
} from '../../wording/proposal-card.ts'
import type { PictureView, Sheet } from '../../desk/ports/views.ts'
import { cut, limits, shares } from '../limits.ts'
import { line, plain, rich, strong, words } from '../pieces.ts'

/** The pictures in the order of their parts. `showsAll` is false while one of them cannot be seen: nobody approves what
 * they do not see. */
export function pictureBlocks(
  { parts }: Sheet,
  zone: string,
): { blocks: types.KnownBlock[]; showsAll: boolean } {
  const all = parts.flatMap(({ pictures }, part) =>
    pictures.map((picture) => ({ picture, part: part + 1 })),
  )
  const blocks = all.flatMap(({ picture, part }, index) => {
    const title = pictureTitle(index + 1, all.length, part, parts.length)
    return [...image(picture, title), caption(picture, zone)]
  })
  return { blocks, showsAll: all.every(({ picture }) => picture.file !== null) }
}

function image({ file, altText, isErased }: PictureView, title: string): types.KnownBlock[] {
  return file === null
    ? [rich([line(strong(title)), line(words(isErased ? pictureErased : pictureNotShown))])]
    : [imageBlock({ file, altText, title })]
}

/** A picture Slack has. */
export function imageBlock(given: {
  file: string
  altText: string
  title: string
}): types.ImageBlock {
  const { file, altText, title } = given
  return {
    type: 'image',
    slack_file: { id: file },
    alt_text: cut(altText === '' ? title : altText, limits.altText),
    title: plain(title, limits.label),
  }
}

function caption(
  { altText, credit, shown, consent }: PictureView,
  zone: string,
): types.RichTextBlock {
  const until = consentTo(shown)?.until ?? null
  return rich([
    line(strong(altTextLabel), words(altText)),
    line(words(cut(pictureFacts(credit, shown, zone), shares.reason))),
    ...(consent === 'holds' || until === null
      ? []
      : [line(strong(consentEnds(until, consent === 'over', zone)))]),
  ])
}
