// How X weighs a text: twitter-text, the counter X itself names, with X's limit for ordinary accounts.

// The package is CommonJS: only its default export can be imported.
import twitterText from 'twitter-text'
import type { Weighed } from '../../core/content.ts'

/** Weighted characters of one post; longer posts are for paying accounts. */
const limit = 280

/** Emoji of several signs. twitter-text knows those of 2020; X counts each as one, whatever its age (docs/regeln.md,
 * "Zeichen zählen"). */
const emoji = new RegExp('\\p{RGI_Emoji}', 'gv')

/** Weighs a text as X does: most Latin characters count 1, emoji and € count 2, every link counts 23.
 * `valid` is false where X refuses a character (U+FFFE, U+FFFF, U+FEFF), whatever the length. Pure. */
export function weigh(text: string): Weighed {
  const links = twitterText.extractUrls(text)
  return {
    length: twitterText.parseTweet(text.replace(emoji, '💡')).weightedLength,
    limit,
    links,
    accidentalLinks: links.filter(isAccidental),
    valid: !twitterText.hasInvalidCharacters(text),
  }
}

/** Whether X makes a link of something nobody meant as one: a forgotten space after a full stop glues the
 * next sentence to the last word, and the sentence begins with what happens to be a domain ("Uhr.Info",
 * "Bezirksamt.Es"). The sign is a capital letter right after a dot, followed by small letters, in a bare
 * host name: German sentences begin with a capital, and whoever means an address writes "hamburg.de",
 * "HAMBURG.DE", "www.Hamburg.de" or adds a path. */
function isAccidental(link: string): boolean {
  const isDeliberate = /^https?:|^www\.|\//i.test(link)
  return !isDeliberate && /\.\p{Lu}\p{Ll}/u.test(link)
}
