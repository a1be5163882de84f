// What the office's feed tells, with the one thing that can be done about it.
import { feedItemTitle, feedOthersSentence, proposeItemLabel } from '../../wording/press-release.ts'
import { addressOf } from '../../core/address.ts'
import { cut, escapeWithin, limits } from '../limits.ts'
import { actions, line, link, plain, rich, strong, words, type Drawn } from '../pieces.ts'
import { writeTarget } from '../target.ts'

/** Draws a new item of the feed. Nobody is addressed. */
export function feedItem(item: { seal: string; title: string; link: string | null }): Drawn {
  const title = cut(item.title, limits.option * 4)
  const host = addressOf(item.link ?? '')?.hostname ?? null
  return {
    text: escapeWithin(feedItemTitle(title), limits.section),
    blocks: [
      rich([
        line(words(feedItemTitle(''))),
        line(strong(title)),
        ...(item.link === null || host === null ? [] : [line(link(item.link, host))]),
      ]),
      actions([
        {
          type: 'button',
          action_id: 'propose-item',
          text: plain(proposeItemLabel, limits.button),
          accessibility_label: cut(`${proposeItemLabel}: ${title}`, limits.accessibilityLabel),
          value: writeTarget(item.seal),
        },
      ]),
    ],
  }
}

/** Draws how many other items there are, which nobody is told of one by one. */
export function feedOthers({ count, address }: { count: number; address: string }): Drawn {
  const says = feedOthersSentence(count, addressOf(address)?.hostname ?? address)
  return { text: escapeWithin(says, limits.section), blocks: [rich([line(words(says))])] }
}
