// The work of every second: how long, and does it grow with all that ever happened, or with all that is open?
import { noHouseRules } from '../src/core/house-rules.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openDatabase, type Db } from '../db/database.ts'
import { proposalLives } from '../db/proposal-lives.ts'
import { lives } from '../db/lives.ts'
import { slackMessages } from '../db/slack-messages.ts'
import type { Content } from '../src/core/content.ts'
import { fingerprint } from '../src/core/proposal/fingerprint.ts'
import type { ProposalEvent } from '../src/core/proposal/proposal.ts'
import { desk, type Desk } from '../src/desk/desk.ts'
import { deskPictures } from '../src/desk/pictures.ts'
import { proposals } from '../src/desk/proposals.ts'
import { mailroom } from '../src/desk/mailroom.ts'
import type { Network } from '../src/desk/ports/network.ts'
import type { Newsroom } from '../src/desk/ports/newsroom.ts'
import { inTurns, inWords, timed, type Figure } from './measure.ts'

/** What the desk does every second: everything due, and the next look at reactions. */
async function second(desk: Desk): Promise<void> {
  await desk.settle()
  await desk.readNextReactions()
}

/** A second takes under 5 ms, and grows neither between 10 and 1,000,000 past events nor between 10 and 20,000 open
 * matters. */
export async function settle(): Promise<Figure[]> {
  await using young = await openDesk({ past: 0, open: 10 })
  await using old = await openDesk({ past: 1_000_000, open: 10 })
  const { floor, ours, noise } = await inTurns(
    500,
    () => timed(() => second(young.desk)),
    () => timed(() => second(old.desk)),
  )
  const grown = []
  for (const open of [1_000, 20_000]) {
    await using many = await openDesk({ past: 0, open })
    const turns = await inTurns(
      500,
      () => timed(() => second(young.desk)),
      () => timed(() => second(many.desk)),
    )
    grown.push({
      floor: inWords(turns.floor),
      ours: inWords(turns.ours),
      name: `settle, ${open} : 10 open matters (median)`,
      value: turns.ours.median / turns.floor.median,
      atMost: 1.25,
      unit: '×' as const,
      noise: turns.noise.median,
    })
  }
  const words = { floor: inWords(floor), ours: inWords(ours) }
  return [
    {
      ...words,
      name: 'settle, 1,000,000 events (p99)',
      value: ours.p99,
      atMost: 5,
      unit: 'ms',
    },
    {
      ...words,
      name: 'settle, 1,000,000 : 10 events (median)',
      value: ours.median / floor.median,
      atMost: 1.25,
      unit: '×',
      noise: noise.median,
    },
    ...grown,
  ]
}

/** A desk with `open` proposals waiting for a decision, after `past` events of proposals that ended. */
async function openDesk({
  past,
  open,
}: {
  past: number
  open: number
}): Promise<{ desk: Desk } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsfunk-bench-'))
  const opened = openDatabase(join(folder, 'bench.db'))
  if ('refused' in opened) throw new Error(`no database: ${opened.refused}`)
  const { db, close } = opened
  db.transaction(() => {
    const before = proposalLives(db)
    for (let events = 0; events < past;) {
      const number = before.next()
      const life = ended(number).slice(0, past - events)
      before.append(number, 0, life, { actor: 1, at: Date.now() })
      before.close(number)
      events += life.length
    }
  })()
  const newsroom = quickNewsroom()
  const fault = (what: string, error: unknown) => {
    throw new Error(what, { cause: error })
  }
  const clocks = { now: Date.now, elapsed: () => performance.now() }
  const mail = mailroom({ newsroom, written: slackMessages(db), ...clocks, fault, pace: () => 0 })
  const parts = { db, newsroom, mail, ...clocks, fault }
  const opening = desk(parts)
  const clean = () => Promise.resolve({ refused: 'empty' } as const)
  const asked = proposals({
    ...parts,
    desk: opening,
    pictures: deskPictures({ ...parts, clean }),
    network: silentNetwork,
    targets: { postOf: () => null },
    mention: () => null,
    lookAtPage: null,
    budgets: { month: () => null },
    answerMoved: () => undefined,
    together: { isOpen: () => false, proposed: () => undefined },
    office: { stop: () => null, capacity: () => null, stoodIn: () => false, backAt: () => null },
    settings: {
      approvalChannel: 'C0BENCH',
      zone: 'Europe/Berlin',
      undo: 0,
      hours: {
        ...{ days: [1, 2, 3, 4, 5], from: '09:00', to: '16:00' },
        ...{ zone: 'Europe/Berlin', isHoliday: () => false },
      },
      templates: [],
      postTemplates: [],
      nina: null,
      escalation: null,
      house: noHouseRules,
      plan: { slots: [], specialTimes: [], preElection: [], hoursPerWeek: null },
    },
  })
  // Making it ready is not what is measured.
  db.pragma('synchronous = OFF')
  for (let form = 0; form < open; form += 1) {
    const answer = asked.submit({ ...draft, text: `Vorschlag ${form}` }, `open ${form}`, {
      user: 'U0ANNA',
      standing: 'staff',
    })
    if ('refused' in answer) throw new Error(`not submitted: ${answer.refused}`)
  }
  // Every card and receipt is written, and nothing more is owed: what a settle mostly finds.
  while (proposalsDue(db) > 0) {
    await opening.settle()
    await rest(10)
  }
  await opening.readAllReactions()
  db.pragma('synchronous = FULL')
  return {
    desk: opening,
    async [Symbol.asyncDispose]() {
      await opening.stop()
      close()
      await rm(folder, { recursive: true })
    },
  }
}

/** How many are due by now or soon. */
function proposalsDue(db: Db): number {
  return lives(db, 'proposal').openDue(Date.now() + 60_000, 1).length
}

const draft = {
  topic: 'verkehr',
  link: 'https://www.hamburg.de/bergedorf',
  noLinkBecause: '',
  date: null,
  time: null,
}

const aim = { errand: 'post', network: 'x', part: 0 } as const

/** The whole life of a proposal that was approved and published. */
function ended(unique: number): ProposalEvent[] {
  const content: Content = {
    kind: 'post',
    networks: ['x'],
    text: `Die Brücke am Kurfürstendeich ist wieder frei. (${unique})`,
    link: { url: draft.link },
    topic: 'verkehr',
    plannedAt: null,
    replyTo: null,
  }
  const hash = fingerprint(content)
  const id = String(unique)
  return [
    { type: 'proposed', content, hash, form: `past ${unique}` },
    { type: 'approved', version: 1, hash, via: 'button', sendAt: 0, since: 0 },
    { type: 'begun', ...aim, attempt: 1, target: null, hash },
    { type: 'posted', ...aim, id, url: `https://x.com/i/status/${id}`, how: 'sent' },
  ]
}

const silentNetwork: Network = {
  name: 'x',
  weigh: (text) => ({
    length: text.length,
    limit: 280,
    links: [],
    accidentalLinks: [],
    valid: true,
  }),
  price: () => 0,
  usd: () => 0,
  readingCost: () => 0,
  lookUpPrice: 0,
  removalPrice: 0,
  linkTo: (id) => `https://x.com/i/status/${id}`,
  linkToAccount: () => null,
  idFromLink: () => null,
  account: () => Promise.resolve({ id: '1', handle: 'bench', name: 'Bench' }),
  publish: () => Promise.reject(new Error('nothing is published here')),
  find: () => Promise.reject(new Error('nothing is looked for here')),
  mentions: () => Promise.resolve({ pages: [], missing: null }),
  gone: () => Promise.resolve({ gone: new Set(), answered: new Set() }),
  counters: () => Promise.reject(new Error('nothing is read here')),
  audience: () => Promise.reject(new Error('nothing is read here')),
  setHidden: () => Promise.reject(new Error('nothing is hidden here')),
  setMuted: () => Promise.reject(new Error('nobody is muted here')),
  upload: () => Promise.reject(new Error('nothing is uploaded here')),
  remove: () => Promise.reject(new Error('nothing is deleted here')),
  linkToProfile: (handle) => `https://x.com/${handle}`,
  linkToMention: (id) => `https://x.com/i/web/status/${id}`,
  answerByHand: (id) => `https://x.com/intent/tweet?in_reply_to=${id}`,
}

function quickNewsroom(): Newsroom {
  let written = 0
  return {
    write: (_key, channel) => {
      written += 1
      return Promise.resolve({ written: { channel, ts: `${written}.000000` } })
    },
    update: (place) => Promise.resolve({ written: place }),
    find: () => Promise.resolve('absent'),
    reactions: () => Promise.resolve([]),
    standing: () => Promise.resolve('staff'),
    onDuty: () => [],
    departmentsOf: () => [],
    signers: () => [],
    fetchFile: () => Promise.resolve({ refused: 'unavailable' }),
    keepPreview: () => Promise.resolve(null),
    refuse: () => Promise.resolve(),
    refuseAtModeration: () => Promise.resolve(),
    share: () => Promise.resolve([]),
    shared: () => Promise.resolve([]),
    takeBack: () => Promise.resolve(true),
    latest: () => Promise.resolve('absent'),
    permalink: () => Promise.resolve(null),
  }
}
