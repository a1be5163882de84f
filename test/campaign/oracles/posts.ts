// What the public reads on X, held against what people did.
import type { XPost } from '../../../sandbox/contract.ts'
import type { Deed, Ledger, Version } from '../ledger.ts'
import type { Staff } from '../acts.ts'
import type { CampaignWorld, Lived } from '../world.ts'
import type { Violation } from './violation.ts'

const approvals = new Set(['✅', 'Freigeben', 'Bestätigen'])
const releases = new Set(['Erneut senden', 'Jetzt senden'])
/** After these an officer decides. */
const pauses = new Set(['Stopp', '✅ zurück', '❓', 'Rückfrage'])
const hour = 3_600_000

/** How much longer than it took a commit may have been under way, in milliseconds of real time. */
const underway = 1_000

/** Judges every post of the office. */
export function judgePosts(world: CampaignWorld, ledger: Ledger): Violation[] {
  const posts = world.sandbox.x
    .sight()
    .posts.filter(({ author }) => author.office)
    .reverse()
  return posts.flatMap((post, index) => {
    const version = ledger.versions.find(({ parts }) => parts.includes(post.text))
    if (version === undefined) {
      return [{ rule: 2, expected: 'a text that somebody put up for approval', seen: post.text }]
    }
    const part = version.parts.indexOf(post.text)
    return [
      ...judgeTwice(post, posts.slice(0, index)),
      ...judgePlace(post, part, version, posts, ledger),
      ...judgePictures(post, version),
      ...judgeApproval(post, part, version, { world, ledger }),
    ]
  })
}

function judgeTwice(post: XPost, before: readonly XPost[]): Violation[] {
  const twin = before.find(({ text }) => text === post.text)
  if (twin === undefined) return []
  const seen = `“${post.text}” at ${twin.createdAt} and again at ${post.createdAt}`
  return [{ rule: 1, expected: 'each part of a proposal on X once', seen }]
}

function judgePictures({ text, media }: XPost, { pictures }: Version): Violation[] {
  const seen = media.map(({ alt }) => alt).join(' | ')
  const expected = pictures.join(' | ')
  return seen === expected
    ? []
    : [{ rule: 2, expected: `“${text}” with “${expected}”`, seen: `with “${seen}”` }]
}

function judgePlace(
  { text, inReplyTo }: XPost,
  part: number,
  { answers, parts, mark }: Version,
  posts: readonly XPost[],
  { said, deeds }: Ledger,
): Violation[] {
  if (part > 0) {
    const before = posts.filter((one) => one.text === parts[part - 1]).map(({ id }) => id)
    if (inReplyTo !== null && before.includes(inReplyTo)) return []
    return [{ rule: 3, expected: `part ${part + 1} of ${mark} below the part before`, seen: text }]
  }
  if (answers === null) {
    if (inReplyTo === null) return []
    return [{ rule: 3, expected: `${mark} as a post of its own`, seen: `below ${inReplyTo}` }]
  }
  const below = said.find(({ id }) => id === inReplyTo)?.mark
  if (below === answers) return []
  // The question changed, and who approved the answer read the new words beside it.
  const approved = deeds.filter((deed) => deed.version === mark && approvals.has(deed.how))
  if (below !== undefined && approved.some(({ beside = [] }) => beside.includes(below))) return []
  const seen = below === undefined ? 'it stands alone' : `it hangs below ${below}`
  return [{ rule: 3, expected: `“${text}”, written for ${answers}, below it or nowhere`, seen }]
}

type Given = { world: CampaignWorld; ledger: Ledger }

function judgeApproval(post: XPost, part: number, version: Version, given: Given): Violation[] {
  const { world, ledger } = given
  const { mark, by, author, plannedAt } = version
  const createdAt = Date.parse(post.createdAt)
  const sentAt = world.realOf(createdAt)
  const officers = officersAt(world.lived(), sentAt)
  const about = ledger.deeds.filter((deed) => deed.version === mark && deed.from < sentAt)
  const given_ = about.filter((deed) => deed.done || deed.heard !== null || isPressed(deed))
  const approved = given_.filter(
    ({ who, how }) => approvals.has(how) && who !== by && (who !== author || version.isMended),
  )
  const counting = approved.filter((deed) => {
    const decides = officers.includes(deed.who) && deed.who !== author
    return (decides || confirms(deed, version, about)) && !isStale(deed, world.lived())
  })
  const expected = `“${post.text}” (by ${by}, first by ${author}) approved by an officer of then`
  const isReleased = about.some(({ how }) => releases.has(how))
  if (counting.length === 0 && !(isReleased && approved.length > 0)) {
    const seen =
      approved.map(({ who, how }) => `${who} ${how}`).join(', ') || 'nobody who may approved it'
    return [{ rule: 2, expected, seen: `${seen}; officers then: ${officers.join(', ')}` }]
  }
  if (plannedAt !== null && createdAt + world.farthestAhead() + 1_000 < plannedAt) {
    const at = new Date(plannedAt).toISOString()
    return [{ rule: 2, expected: `not before ${at}`, seen: `public at ${post.createdAt}` }]
  }
  // What history lost with a backup put back, it cannot know of.
  const known = ledger.deeds.filter(({ from }) => !world.isLost(from))
  const held = heldBack(version, part, sentAt - underway, known)
  if (held === undefined) return []
  const ago = sentAt - (held.settled ?? held.from)
  return [
    {
      rule: 2,
      expected: `“${post.text}” held back after ${held.who}: ${held.how} ${held.version ?? ''}`,
      seen: `public ${ago} ms after the program had heard of it, at ${post.createdAt}`,
    },
  ]
}

function isPressed({ how }: Deed): boolean {
  return how === 'Freigeben' || how === 'Bestätigen'
}

/** A second look at what an officer mended and released: by anybody else, until somebody stopped it or asked. */
function confirms(deed: Deed, { isMended, by }: Version, about: readonly Deed[]): boolean {
  const isOver = about.some(
    ({ how, settled }) => pauses.has(how) && settled !== null && settled < deed.from,
  )
  return isMended && deed.who !== by && !isOver
}

function officersAt(lived: readonly Lived[], real: number): readonly Staff[] {
  return lived.findLast(({ from }) => from <= real)?.officers ?? []
}

/** A ✅ given while nobody listened for more than an hour waits for a person. A program that begins with a clock set
 * back cannot see how long it was away; the real X takes nothing from one whose clock is minutes off. */
function isStale({ how, from, at }: Deed, lived: readonly Lived[]): boolean {
  if (how !== '✅') return false
  const heard = lived.some((life) => life.from <= from && (life.to ?? Infinity) >= from)
  const next = lived.find((life) => life.from > from)
  if (heard || next === undefined) return false
  return Math.min(next.at, next.shown) - at > hour + 60_000
}

/** Who held a version back before an instant (real time), with nobody approving or releasing it since. */
function heldBack(
  version: Version,
  part: number,
  before: number,
  deeds: readonly Deed[],
): Deed | undefined {
  const about = deeds.filter(({ version: mark }) => mark === version.mark)
  return deeds.find((deed) => {
    if (!deed.done || !holds(deed, version, part, about)) return false
    const since = deed.settled ?? (deed.how === '✅ zurück' ? deed.from + 2_500 : Infinity)
    if (since > before) return false
    return !about.some(
      ({ how, from }) =>
        (approvals.has(how) || releases.has(how)) && from > deed.from && from < before + underway,
    )
  })
}

function holds(deed: Deed, version: Version, part: number, about: readonly Deed[]): boolean {
  const { who, how, matter } = deed
  const isOwn = who === version.by || who === version.author
  const isOfficer = who === 'petra' || who === 'deniz'
  if (how === 'Überarbeiten') {
    const isNewer = matter === version.matter && deed.version !== version.mark
    return isNewer && part === 0 && (deed.version ?? '') > version.mark
  }
  if (deed.version !== version.mark) return false
  switch (how) {
    case 'Stopp':
      return true
    case 'Zurückziehen':
      return isOfficer || isOwn
    case '❌':
    case 'Ablehnen':
      return isOfficer && !isOwn
    case '✅ zurück': {
      const given = about.filter((one) => approvals.has(one.how))
      return given.every((one) => one.who === who && one.how === '✅')
    }
    default:
      return false
  }
}
