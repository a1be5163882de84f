// One settle with ten open proposals: how long, and does it grow with all that ever happened?
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../db/database.ts'
import { history } from '../db/history.ts'
import { mentions } from '../db/mentions.ts'
import { slackMessages } from '../db/slack-messages.ts'
import type { Content } from '../src/core/content.ts'
import { fingerprint } from '../src/core/proposal/fingerprint.ts'
import type { ProposalEvent } from '../src/core/proposal/proposal.ts'
import { desk, type Desk } from '../src/desk/desk.ts'
import { mailroom } from '../src/desk/mailroom.ts'
import type { Network } from '../src/desk/ports/network.ts'
import type { Newsroom } from '../src/desk/ports/newsroom.ts'
import { inTurns, inWords, timed, type Figure } from './measure.ts'

const open = 10

/** A settle takes under 5 ms and does not grow between 10 and 1,000,000 past events. */
export async function settle(): Promise<Figure[]> {
  await using young = await openDesk(0)
  await using old = await openDesk(1_000_000 - open)
  const { floor, ours, noise } = await inTurns(
    500,
    () => timed(() => young.desk.settle()),
    () => timed(() => old.desk.settle()),
  )
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
  ]
}

/** A desk with ten proposals waiting for a decision, after `past` events of proposals that ended. */
async function openDesk(past: number): Promise<{ desk: Desk } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsfunk-bench-'))
  const opened = openDatabase(join(folder, 'bench.db'))
  if ('refused' in opened) throw new Error(`no database: ${opened.refused}`)
  const { db, close } = opened
  db.transaction(() => {
    const before = history(db)
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
  const now = Date.now
  const opening = desk({
    db,
    network: silentNetwork,
    newsroom,
    mail: mailroom({
      newsroom,
      written: slackMessages(db),
      now,
      elapsed: now,
      fault,
      pace: () => 0,
    }),
    mentions: mentions(db),
    now,
    settings: { approvalChannel: 'C0BENCH', zone: 'Europe/Berlin', undo: 0 },
    fault,
  })
  for (let form = 0; form < open; form += 1) {
    const answer = opening.submit({ ...draft, text: `Vorschlag ${form}` }, `open ${form}`, {
      user: 'U0ANNA',
      standing: 'staff',
    })
    if ('refused' in answer) throw new Error(`not submitted: ${answer.refused}`)
  }
  // Every card and receipt is written, and nothing more is owed: what a settle mostly finds.
  await opening.settle()
  return {
    desk: opening,
    async [Symbol.asyncDispose]() {
      await opening.stop()
      close()
      await rm(folder, { recursive: true })
    },
  }
}

const draft = {
  topic: 'verkehr',
  link: 'https://www.hamburg.de/bergedorf',
  noLinkBecause: '',
  date: null,
  time: null,
}

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
    { type: 'approved', version: 1, hash, via: 'button', sendAt: 0 },
    { type: 'sending', part: 0, attempt: 1, hash },
    { type: 'posted', part: 0, id, url: `https://x.com/i/status/${id}`, how: 'sent' },
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
  linkTo: (id) => `https://x.com/i/status/${id}`,
  idFromLink: () => null,
  account: () => Promise.resolve({ id: '1', handle: 'bench', name: 'Bench' }),
  publish: () => Promise.reject(new Error('nothing is published here')),
  find: () => Promise.reject(new Error('nothing is looked for here')),
  mentions: () => Promise.resolve({ mentions: [] }),
  gone: () => Promise.resolve({ gone: new Set() }),
  counters: () => Promise.reject(new Error('nothing is read here')),
  audience: () => Promise.reject(new Error('nothing is read here')),
  setHidden: () => Promise.reject(new Error('nothing is hidden here')),
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
    refuse: () => Promise.resolve(),
    refuseAtModeration: () => Promise.resolve(),
    share: () => Promise.resolve(),
    isShared: () => Promise.resolve(false),
    permalink: () => Promise.resolve(null),
  }
}
