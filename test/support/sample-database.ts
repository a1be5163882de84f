// One small database with everything that can happen, for later versions to open: every life the tests know and
// a row in every table. Deterministic: the same program makes the same bytes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountRequests } from '../../db/account-requests.ts'
import { openDatabase, type Db } from '../../db/database.ts'
import { evidence } from '../../db/evidence.ts'
import { experiences } from '../../db/experiences.ts'
import { drafts } from '../../db/drafts.ts'
import { pictures } from '../../db/pictures.ts'
import { done } from '../../db/done.ts'
import { forms } from '../../db/forms.ts'
import { lives } from '../../db/lives.ts'
import { measureReasons } from '../../db/measure-reasons.ts'
import { measureTargets } from '../../db/measure-targets.ts'
import { mentions } from '../../db/mentions.ts'
import { outages } from '../../db/outages.ts'
import { people } from '../../db/people.ts'
import { mentionCursors } from '../../db/mention-cursors.ts'
import { readings } from '../../db/readings.ts'
import { untold } from '../../db/untold.ts'
import { feeds } from '../../db/feeds.ts'
import { slackMessages } from '../../db/slack-messages.ts'
import { spending } from '../../db/spending.ts'
import type { Instant } from '../../src/core/content.ts'
import type { AccessEvent } from '../../src/core/access/access.ts'
import type { ConversationEvent } from '../../src/core/conversation/conversation.ts'
import type { DeclarationEvent } from '../../src/core/declaration/declaration.ts'
import type { ErasureEvent } from '../../src/core/erasure/erasure.ts'
import type { FloodEvent } from '../../src/core/flood/flood.ts'
import type { About, Recorded } from '../../src/core/matter.ts'
import type { MeasureEvent } from '../../src/core/measure/measure.ts'
import { theDesk } from '../../src/core/people.ts'
import type { ProposalEvent } from '../../src/core/proposal/proposal.ts'
import { edits, erased, happens, lifeOf, replies, writes } from './conversations.ts'
import { orderReport, type ReportOrderEvent } from '../../src/core/report-order/report-order.ts'
import {
  anna,
  approved,
  approvedOnce,
  ben,
  closed,
  cosignatureWithdrawn,
  answered,
  asked,
  called,
  heeded,
  reminded,
  consentEnded,
  consentRenewed,
  cosigned,
  deleted,
  followed,
  held,
  lapsed,
  mended,
  notUploaded,
  picture,
  retraction,
  sending,
  sent,
  uploaded,
  uploadRefused,
  warning,
  resumed,
  life,
  monday,
  petra,
  reasonGiven,
  rejected,
  proposed,
  rescheduled,
  revised,
  seenBySecond,
  vera,
} from './lives.ts'
import { begun, hide, proposal, show } from './measures.ts'
import { stages } from './stages.ts'

const day = 24 * 60 * 60_000
const at = monday('10:00')
const people4711 = ['U0ANNA4711', 'U0BEN4711', 'U0PETRA4711', 'U0VERA4711'] as const

/** Writes a sample to a path where there is no file yet. */
export function makeSample(path: string): void {
  // Where the sample goes others may look; the office's own file never stands there.
  const made = mkdtempSync(join(tmpdir(), 'amtsfunk-sample-'))
  const full = join(made, 'full.db')
  const opened = openDatabase(full)
  if ('refused' in opened) throw new Error(`the sample could not be made: ${opened.refused}`)
  try {
    opened.db.transaction(fill).immediate(opened.db)
    // As compact as can be, and without traces of how it came about: most tables hold a row or two.
    opened.db.pragma('page_size = 1024')
    opened.db.prepare('VACUUM INTO ?').run(path)
  } finally {
    opened.close()
    rmSync(made, { recursive: true, force: true })
  }
}

const withPicture = { pictures: [picture()] }
const untilFour = { people: 'consent', reference: 'Ordner 7', until: monday('16:00') } as const
const withConsent = { pictures: [picture({ shown: untilFour })] }

/** Pictures, warnings and what becomes of something public. */
const followUps = [
  [proposed(withPicture), approved(), notUploaded(), uploaded(), sending(), sent()],
  [proposed(withPicture), approved(), uploadRefused()],
  [
    ...[proposed(withConsent), approved(), uploaded(), sending(), sent()],
    ...[consentEnded(), consentRenewed()],
  ],
  [proposed(withConsent), approved(), held('consent-over')],
  [proposed({ urgent: 'Unfallgefahr' }), called(), called({ round: 2 }), heeded()],
  [proposed({ plannedAt: monday('16:00') }), reminded()],
  [proposed(), asked(), answered()],
  [proposed(), mended({ text: 'Ohne Fehler' }), seenBySecond(), sending(), sent()],
  [proposed({ occasion: 'Sperrung ab morgen' }), approvedOnce(), approved({ by: vera })],
  [proposed({ by: petra }), approved({ isOwn: true }), held('approval-missing')],
  [proposed({ stock: true }), rescheduled({ plannedAt: monday('16:00') }), approved()],
  [
    ...[proposed(warning()), cosigned(), cosignatureWithdrawn(), cosigned(), approved()],
    ...[sending(), sent(), lapsed(), closed()],
  ],
  [proposed(), approved(), sending(), sent(), followed()],
  [proposed(retraction()), approved(), sending(), deleted()],
]

function fill(db: Db): void {
  for (const user of people4711) people(db).actor(user, 0)
  for (const steps of [
    ...Object.values(stages),
    [proposed(), revised()],
    [proposed(), approved(), held('late'), resumed()],
    ...followUps,
    [proposed(), rejected({ via: 'reaction', reason: null }), reasonGiven()],
  ]) {
    record<ProposalEvent>(db, 'proposal', life(...steps), ownIdentities)
  }
  fillModeration(db)
  fillSlack(db)
  done(db).mark('digest', at)
  forms(db).remember('V0NOTE', 'experience', 1, at)
  drafts(db).put('f-1', { typed: null }, at)
  const bytes = Buffer.from('nothing but what it shows')
  pictures(db).keep({ sha256: picture().sha256, type: 'image/png', width: 4, height: 4, bytes }, at)
  const read = readings(db)
  const counters = { views: 812, likes: 9, reposts: 3, quotes: 1, replies: 2 }
  read.addPost({ post: '1', moment: '24h', at: at + day, ...counters })
  read.addAudience('x', { day: '2026-11-23', at, count: 1204 })
  spending(db, 'Europe/Berlin').add('post', 3, at)
  spending(db, 'Europe/Berlin').closeDays(() => 0.2, at + day)
  spending(db, 'Europe/Berlin').add('post', 1, at + day)
  outages(db).keep('x', { because: 'unreachable', since: at, told: ['unreachable'] })
  experiences(db).note('Die Frage zum Freibad kam oft.', 'kultur', at)
  // The rest of what was given up is closed; these two are still worked at.
  db.prepare(
    "DELETE FROM open_matter WHERE NOT (about IN ('proposal', 'conversation') AND matter = 1)",
  ).run()
}

function fillModeration(db: Db): void {
  const kept = mentions(db)
  const add = (id: string, conversation: number, text: string) =>
    kept.add({
      first: id,
      latest: id,
      thread: id,
      conversation,
      inReplyTo: null,
      text,
      handle: 'kim_beispiel',
      name: 'Kim Beispiel',
      media: 0,
      summons: true,
      postedAt: at,
      receivedAt: at,
      lookAt: at,
    })
  add('9000001', 1, 'Wann öffnet das Freibad?')
  add('9000002', 2, 'Danke!')
  const gap = { since: at - day, until: at }
  mentionCursors(db).move('x', { upTo: at, missing: gap, told: { ...gap, askAgain: true } })
  kept.erase(2)
  untold(db, 'reading/').add('reading/x/vanished/1', { draw: 'many-vanished', count: 7 })
  feeds(db).looked('https://www.hamburg.de/feed', at)
  feeds(db).add('0123456789abcdef', { title: 'Bad', text: 'Auf.', link: null }, at)
  const evidenceNumber = evidence(db).hold(
    1,
    {
      text: 'Wann öffnet das Freibad?',
      handle: 'kim_beispiel',
      name: 'Kim Beispiel',
      address: 'https://x.com/kim_beispiel/status/9000001',
      thread: '9000001',
      inReplyTo: null,
      postedAt: new Date(at).toISOString(),
      receivedAt: new Date(at).toISOString(),
      media: 0,
    },
    at,
  )
  const by = { by: petra, at: at + 60_000 }
  for (const steps of [
    [
      writes(),
      happens({ type: 'claimed', from: null }, by),
      happens({ type: 'sorted', concern: 'frage' }, by),
      edits(),
      happens(
        { type: 'set-waiting', mentions: [1], for: 'fachamt', fachamt: 'mr', until: at + 2 * day },
        by,
      ),
      happens({ type: 'resubmitted' }, { at: at + 2 * day }),
      replies(1, by),
      happens({ type: 'reply-dropped', proposal: 1 }),
      happens(
        { type: 'evidence-held', mention: 1, evidence: evidenceNumber, until: at + 30 * day },
        by,
      ),
      happens({ type: 'evidence-reminded', evidence: evidenceNumber, days: 7 }),
    ],
    [
      writes({ mention: 2, collected: true }),
      happens({ type: 'card-wanted' }, by),
      happens({ type: 'reminded', mention: 2, of: 'half' }),
      happens({ type: 'answered', proposal: null, mentions: [2] }, by),
      happens({ type: 'measure-taken', measure: 1, mentions: [] }, by),
      erased(2),
    ],
    [
      writes({ mention: 3 }),
      happens({ type: 'claimed', from: null }, by),
      happens({ type: 'returned', from: by.by.actor }, by),
      happens({ type: 'noted', mentions: [3] }, by),
      happens({ type: 'reopened', undoes: 4, mentions: [3] }, by),
    ],
    [writes({ mention: 4 }), happens({ type: 'forwarded', to: 'mr', mentions: [4] }, by)],
    [
      writes({ mention: 9, emergency: true }),
      happens({ type: 'called', mention: 9, round: 1, people: [by.by.actor] }),
    ],
    [
      writes({ mention: 8 }),
      happens(
        {
          ...{ type: 'passed-on', mentions: [8], fachamt: 'mr', until: at + day },
          question: 'Seit wann?',
        },
        by,
      ),
      happens({ type: 'contributed', request: 2, mentions: [8], text: 'Am Freitag.' }, by),
    ],
    [writes({ mention: 5 }), happens({ type: 'referred', to: '115', mentions: [5] }, by)],
    [writes({ mention: 6 }), happens({ type: 'not-responsible', mentions: [6] }, by)],
    [
      writes({ mention: 7 }),
      happens({ type: 'marked-spam', mentions: [7] }, by),
      happens({ type: 'evidence-held', mention: 7, evidence: 2, until: at + 30 * day }, by),
      happens({ type: 'evidence-ended', evidence: 2, decision: 'released' }, by),
    ],
  ]) {
    record<ConversationEvent>(db, 'conversation', lifeOf(...steps))
  }
  fillMeasures(db)
}

function fillMeasures(db: Db): void {
  const wanted = proposal({ mention: 1, conversation: 1, reviewOn: at + 14 * day })
  const taken: MeasureEvent[] = [
    { type: 'approved' },
    begun('hide'),
    { type: 'not-sent', ...hide, because: 'rate-limit', until: null },
    begun('hide', 2),
    { type: 'in-doubt', ...hide, because: 'timeout' },
    begun('hide', 3),
    { type: 'done', ...hide, how: 'sent' },
    { type: 'taken' },
    { type: 'lift-wanted' },
    begun('show'),
  ]
  for (const [index, events] of [
    [
      ...taken.slice(0, -2),
      { type: 'informed' },
      { type: 'review-due' },
      { type: 'reviewed', next: at + 28 * day },
      ...taken.slice(-2),
      { type: 'done', ...show, how: 'sent' },
      { type: 'lifted' },
    ],
    [
      { type: 'approved' },
      begun('hide'),
      { type: 'refused', ...hide, because: 'no-permission', status: 403, detail: 'Forbidden' },
      { type: 'released', ...hide },
    ],
    [
      ...taken,
      { type: 'refused', ...show, because: 'target-missing', status: 404, detail: 'Not Found' },
      { type: 'lapsed' },
    ],
    [{ type: 'rejected' }],
    [{ type: 'withdrawn' }],
  ].entries()) {
    const first = { ...wanted, form: `measure-${index}` }
    record<MeasureEvent>(db, 'measure', told([first, ...(events as MeasureEvent[])]))
  }
  measureReasons(db).keep(1, 'Beleidigt Mitarbeitende.', at)
  measureTargets(db).keep(2, '9000001')
  fillRequests(db)
}

function fillRequests(db: Db): void {
  const endings: ErasureEvent[][] = [
    [],
    [{ type: 'rejected' }],
    [{ type: 'granted', mentions: 3, evidence: 1 }],
  ]
  for (const end of endings) {
    record<ErasureEvent>(db, 'erasure', told<ErasureEvent>([{ type: 'requested' }, ...end]))
  }
  accountRequests(db, 'erasure').keep(1, 'kim_beispiel')
  record<AccessEvent>(
    db,
    'access',
    told<AccessEvent>([
      { type: 'ordered', to: petra.actor, wish: null },
      { type: 'begun', attempt: 1 },
      { type: 'shared' },
    ]),
  )
  record<ReportOrderEvent>(
    db,
    'report-order',
    told<ReportOrderEvent>([
      orderReport({ year: 2026, quarter: 3 }, theDesk),
      { type: 'begun', attempt: 1 },
      { type: 'failed', id: 'a1b2c3' },
      { type: 'begun', attempt: 2 },
      { type: 'shared' },
    ]),
  )
  const profile = {
    is: 'profile',
    has: { imprint: true, privacy: true, hours: false, 'no-emergency': true, automated: false },
  } as const
  const week = { from: at, until: at + 7 * day, reason: '' }
  for (const events of [
    [
      { type: 'declared', ...week, until: null, declared: { is: 'stop', lets: 'warnings' } },
      { type: 'began' },
      { type: 'ended' },
    ],
    [
      { type: 'declared', ...week, declared: { is: 'deputy', person: ben.actor } },
      { type: 'began' },
      { type: 'expired' },
    ],
    [{ type: 'declared', ...week, from: at + day, declared: { is: 'absence' } }],
    [
      { type: 'declared', ...week, until: null, declared: profile },
      { type: 'began' },
      { type: 'replaced' },
    ],
    [
      { type: 'declared', ...week, reason: 'Urlaub', declared: { is: 'capacity', level: 'red' } },
      { type: 'began' },
      { type: 'replaced' },
    ],
  ] satisfies DeclarationEvent[][]) {
    record<DeclarationEvent>(db, 'declaration', told<DeclarationEvent>(events))
  }
  const collected: FloodEvent[] = [
    { type: 'began' },
    { type: 'collected', posts: [{ mention: 2, conversation: 2 }] },
    { type: 'relisted', conversation: 2 },
    { type: 'left', conversations: [2] },
    { type: 'ended' },
  ]
  record<FloodEvent>(db, 'flood', told(collected))
}

function fillSlack(db: Db): void {
  const messages = slackMessages(db)
  messages.begin('proposal/1/card/1', 'C0FREIGABE', null, at)
  messages.written('proposal/1/card/1', { channel: 'C0FREIGABE', ts: '1795424400.000100' }, 1)
  messages.listen('proposal/1/card/1', true)
  messages.wasRead('proposal/1/card/1', at)
  messages.remember('proposal/1/card/1', { actor: anna.actor, name: 'eyes' })
  messages.begin('conversation/1/card', 'C0MODERATION', null, at)
}

/** Petra and the desk by turns, a minute apart. */
function told<Event>(events: readonly Event[]): Recorded<Event>[] {
  return events.map((event, index) => {
    const actor = index % 2 === 0 ? petra.actor : theDesk
    return { ...event, position: index + 1, at: at + index * 60_000, actor }
  })
}

function record<Event extends { type: string }>(
  db: Db,
  about: About,
  happened: readonly Recorded<Event>[],
  named: (event: Event, number: number) => Event = (event) => event,
): void {
  const all = lives<Event>(db, about)
  const number = all.next()
  for (const { position, at, actor, ...event } of happened) {
    all.append(number, position - 1, [named(event as unknown as Event, number)], { actor, at })
  }
}

/** Forms and posts of its own for each proposal: no two share one. */
function ownIdentities(event: ProposalEvent, number: number): ProposalEvent {
  if ('form' in event) return { ...event, form: `${event.form}-${number}` }
  if ('id' in event) return { ...event, id: `${number}-${event.id}` }
  return event
}

/** When most of a sample happened. */
export const sampleInstant: Instant = at
