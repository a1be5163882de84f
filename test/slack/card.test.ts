// What people read on a card at each stage, as they read it.
import { expect, test } from 'vitest'
import { card } from '../../src/slack/proposal/card.ts'
import { limits } from '../../src/slack/limits.ts'
import { note } from '../../src/slack/proposal/note.ts'
import { receipt } from '../../src/slack/proposal/receipt.ts'
import { sheetOf } from './lives.ts'
import type { Sheet } from '../../src/desk/ports/views.ts'
import { readAloud } from './read-aloud.ts'
import { allCharacters, complaints } from './slack-limits.ts'
import {
  anna,
  approve,
  ben,
  content,
  deniz,
  lost,
  notFound,
  petra,
  posted,
  send,
  setting,
  thread,
  told,
  tomorrow,
  type Step,
  type Told,
} from './stories.ts'

const seal = 'proposal/17/1/0123456789abcdef'
const latestCard = 'https://amt.slack.com/archives/C1/p2'

function cardOf({ proposal }: Told, version = proposal.versions.length) {
  const { content } = proposal.versions[version - 1]!
  const sheet = { ...sheetOf(content), price: 0.2 }
  return card({ ...setting, seal, proposal, version, sheet, latestCard, answers: null })
}

test('what it costs is said where it is much, where the month is nearly used up, and where it is too much', () => {
  const { proposal } = told(content())
  const at = Date.parse('2026-11-23T13:30:00Z')
  const drawn = (changes: Partial<Sheet>) => {
    const sheet = { ...sheetOf(content()), price: 0.2, ...changes }
    return card({ ...setting, seal, proposal, version: 1, sheet, latestCard, answers: null })
  }
  const lines = (changes: Partial<Sheet>) => readAloud(drawn(changes)).join('\n')
  expect(lines({})).not.toContain('USD')
  expect(lines({ price: 1.2 })).toContain('Kosten: 1,20 USD')
  const near = { is: 'near', at, spent: 33.4, budget: 40 } as const
  expect(lines({ strain: near })).toContain(
    'Kosten: 0,20 USD; im November sind 33,40 von 40 USD ausgegeben',
  )
  const exceeded = { is: 'exceeded', at, spent: 40.1, budget: 40 } as const
  const asks = lines({ strain: exceeded })
  expect(asks).toContain(
    'Über dem Monatsbudget: Damit wären im November 40,10 von 40 USD ausgegeben.',
  )
  expect(asks).toContain('[Trotzdem freigeben] [Ablehnen]')
  expect(asks).toContain('Auch als Reaktion möglich: ❌ ablehnen · ❓ Rückfrage')
  expect(JSON.stringify(drawn({ strain: exceeded }))).toContain('"confirm"')
})

/** The state sentence and the buttons. */
function stateAndButtons(story: Told): [string, string] {
  const lines = readAloud(cardOf(story))
  return [lines[1] ?? '', lines.find((line) => line.startsWith('[')) ?? '']
}

test('a card shows what will be published, when, by whom, and what can be decided', () => {
  const story = told(content({ plannedAt: tomorrow }))
  expect(readAloud(cardOf(story))).toEqual([
    '# Vorschlag 17, Fassung 1: Wartet auf Freigabe',
    'Die Pressestelle entscheidet. Ohne Freigabe bis Di., 24.11.2026, 14:30 Uhr wird der Beitrag nicht veröffentlicht.',
    'Geplant für Di., 24.11.2026, 14:30 Uhr MEZ',
    'Text für X (64 von 280 Zeichen):',
    '> Die B 5 ist ab Montag gesperrt.',
    '> https://www.hamburg.de/bergedorf',
    'Verlinkte Seite öffnen → https://www.hamburg.de/bergedorf · Die Seite heißt „<!channel> *Titel*“.',
    'Vorgeschlagen von Anna Ahlers am Mo., 23.11.2026, 14:30 Uhr',
    'Thema: Verkehr & Baustellen',
    '[Freigeben] [Ablehnen] [Rückfrage] [Überarbeiten] [Zurückziehen] (Termin ändern)',
    'Auch als Reaktion möglich: ✅ freigeben · ❌ ablehnen · ❓ Rückfrage',
  ])
})

test('the line that sums up a card names proposal, state and the first words', () => {
  expect(cardOf(told(content({ text: 'Fest <heute>' }))).text).toBe(
    'Vorschlag 17, Fassung 1: Wartet auf Freigabe. „Fest &lt;heute&gt; https://www.hamburg.de/bergedorf“ Die Pressestelle entscheidet.',
  )
})

test('a thread is shown part by part, with a hint at links that nobody meant', () => {
  const story = told(content({ text: 'Am Markt um 9 Uhr.Info folgt\n---\nZweiter Teil' }))
  expect(readAloud(cardOf(story)).slice(2, 10)).toEqual([
    'Geplant: sofort nach der Freigabe',
    'Thread für X mit 2 Teilen:',
    'Teil 1 von 2 (28 von 280 Zeichen):',
    '> Am Markt um 9 Uhr.Info folgt',
    'X macht aus „Uhr.Info“ einen Link – fehlt ein Leerzeichen?',
    'Teil 2 von 2 (45 von 280 Zeichen):',
    '> Zweiter Teil',
    '> https://www.hamburg.de/bergedorf',
  ])
})

test('an outdated card says so, links to the new one and cannot be decided about', () => {
  const revised = content({ text: 'Neu', link: { noLinkBecause: 'Die Seite fehlt noch.' } })
  const story = told(content(), [ben, { do: 'revise', version: 1, content: revised, form: 'V2' }])
  const lines = readAloud(cardOf(story, 1))
  expect(lines.slice(0, 3)).toEqual([
    '# Vorschlag 17, Fassung 1: Nicht mehr aktuell',
    'Fassung 2 hat diese Fassung abgelöst. Reaktionen auf dieser Karte zählen nicht mehr.',
    `Zur aktuellen Fassung → ${latestCard}`,
  ])
  expect(lines.some((line) => line.startsWith('['))).toBe(false)
  expect(readAloud(cardOf(story, 2)).slice(5, 12)).toEqual([
    'Geändert gegenüber Fassung 1:',
    'Text: weitgehend neu, bitte ganz lesen.',
    'Der Grund dafür, dass es keinen Link gibt, ist neu.',
    'Vorgeschlagen von Anna Ahlers am Mo., 23.11.2026, 14:30 Uhr',
    'Überarbeitet von Ben Behn am Mo., 23.11.2026, 14:31 Uhr',
    'Thema: Verkehr & Baustellen',
    'Ohne Link, weil: Die Seite fehlt noch.',
  ])
})

const stop: Step = [anna, { do: 'stop', version: 1, via: 'button' }, 1]
const late: Step = [null, { do: 'hold', because: 'late' }, 4_000]
const doubted: Step[] = [lost, notFound, notFound, notFound]
function notSent(
  because: 'rate-limit' | 'no-credit' | 'unreachable',
  until: number | null = null,
): Step {
  const outcome = { outcome: 'not-sent', because, until } as const
  return [null, { do: 'record-outcome', attempt: 1, outcome }, 1]
}
function refused(because: 'duplicate' | 'other', detail: string): Step {
  const outcome = { outcome: 'refused', because, status: 403, detail } as const
  return [null, { do: 'record-outcome', attempt: 1, outcome }, 1]
}

test.each<[string, Told, string, string]>([
  [
    'approved',
    told(content(), approve),
    'Freigegeben von Petra Petersen am Mo., 23.11.2026, 14:31:05 Uhr. Wird um 14:31:35 Uhr veröffentlicht. Bis dahin können Sie den Beitrag mit „Stopp“ anhalten.',
    '[Stopp] [Überarbeiten] [Zurückziehen] (Termin ändern)',
  ],
  [
    'approved for tomorrow',
    told(content({ plannedAt: tomorrow }), approve),
    'Freigegeben von Petra Petersen am Mo., 23.11.2026, 14:31:05 Uhr. Wird am Di., 24.11.2026, 14:30 Uhr MEZ veröffentlicht. Bis dahin können Sie den Beitrag mit „Stopp“ anhalten.',
    '[Stopp] [Überarbeiten] [Zurückziehen] (Termin ändern)',
  ],
  [
    'stopped',
    told(content(), approve, stop),
    'Gestoppt von Anna Ahlers am Mo., 23.11.2026, 14:31 Uhr. Die Freigabe gilt nicht mehr. Wer den Beitrag doch freigeben möchte, nutzt bitte die Schaltfläche „Freigeben“.',
    '[Freigeben] [Ablehnen] [Rückfrage] [Überarbeiten] [Zurückziehen] (Termin ändern)',
  ],
  [
    'being sent',
    told(content(), approve, send),
    'Der Beitrag wird gerade an X gesendet. Das dauert nur wenige Sekunden.',
    '[Stopp]',
  ],
  [
    'a thread on its way',
    told(thread, approve, send, posted('1'), send),
    'Teil 2 von 3 wird gerade an X gesendet. Das dauert nur wenige Sekunden.',
    '[Stopp]',
  ],
  [
    'a thread between two parts',
    told(thread, approve, send, posted('1')),
    'Teil 1 ist veröffentlicht. Teil 2 folgt. Mit „Stopp“ halten Sie die übrigen Teile an.',
    '[Stopp]',
  ],
  [
    'a thread stopped while a part is on its way',
    told(thread, approve, send, stop),
    'Teil 1 von 3 wird gerade an X gesendet. Das dauert nur wenige Sekunden. Danach sendet Amtsfunk nichts mehr von selbst.',
    '',
  ],
  [
    'a thread stopped halfway',
    told(thread, approve, send, posted('1'), stop),
    'Gestoppt: Teil 1 ist veröffentlicht, Teil 2 und 3 noch nicht. Von selbst sendet Amtsfunk nichts mehr. Bitte entscheiden Sie: „Jetzt senden“ für den Rest oder „Zurückziehen“.',
    '[Jetzt senden] [Zurückziehen]',
  ],
  [
    'out of credit',
    told(content(), approve, send, notSent('no-credit')),
    'Das Guthaben bei X ist aufgebraucht. Bitte laden Sie es auf. Amtsfunk versucht es um 14:46 Uhr wieder. Klappt es bis 15:31 Uhr nicht, fragt Amtsfunk nach.',
    '[Stopp] [Überarbeiten] [Zurückziehen] (Termin ändern)',
  ],
  [
    'a limit of X that would last longer than a quarter of an hour',
    told(content(), approve, send, notSent('rate-limit', tomorrow)),
    'X nimmt von unserem Konto gerade keine weiteren Beiträge an. Amtsfunk versucht es um 14:46 Uhr wieder. Klappt es bis 15:31 Uhr nicht, fragt Amtsfunk nach.',
    '[Stopp] [Überarbeiten] [Zurückziehen] (Termin ändern)',
  ],
  [
    'in doubt',
    told(content(), approve, send, lost),
    'X hat nicht rechtzeitig geantwortet. Amtsfunk sieht auf dem X-Konto nach, ob der Beitrag dort steht. Das dauert etwa zwei Minuten. Sie müssen nichts tun.',
    '[Stopp]',
  ],
  [
    'not found',
    told(content(), approve, send, ...doubted),
    'Amtsfunk hat dreimal auf X nachgesehen und den Beitrag nicht gefunden. Von selbst sendet Amtsfunk nichts mehr. Bitte sehen Sie auf dem X-Konto nach. Ist er dort zu sehen, wählen Sie „Steht schon auf X“, sonst „Erneut senden“.',
    '[Steht schon auf X] [Erneut senden] [Zurückziehen]',
  ],
  [
    'to be sent again',
    told(content(), approve, send, ...doubted, [deniz, { do: 'release' }]),
    'Amtsfunk sieht vor dem Senden noch einmal auf dem X-Konto nach. Nur wenn der Beitrag dort nicht zu finden ist, sendet Amtsfunk noch einmal.',
    '[Stopp]',
  ],
  [
    'late',
    told(content(), approve, late),
    'Der Beitrag ist mehr als eine Stunde verspätet. Von selbst sendet Amtsfunk nichts mehr. Bitte entscheiden Sie: „Jetzt senden“, „Überarbeiten“ oder „Zurückziehen“.',
    '[Jetzt senden] [Überarbeiten] [Zurückziehen] (Termin ändern)',
  ],
  [
    'a late thread',
    told(thread, approve, send, posted('1'), late),
    'Teil 1 ist veröffentlicht, Teil 2 und 3 sind mehr als eine Stunde verspätet. Von selbst sendet Amtsfunk nichts mehr. Bitte entscheiden Sie: „Jetzt senden“ oder „Zurückziehen“.',
    '[Jetzt senden] [Zurückziehen]',
  ],
  [
    'no longer what was approved',
    told(content(), approve, [null, { do: 'hold', because: 'changed' }]),
    'Die Freigabe gilt nicht für den Beitrag, wie er jetzt ist. Von selbst sendet Amtsfunk nichts mehr. Bitte überarbeiten Sie ihn oder ziehen Sie ihn zurück.',
    '[Überarbeiten] [Zurückziehen] (Termin ändern)',
  ],
  [
    'published',
    told(content(), approve, send, posted('1')),
    'Veröffentlicht am Mo., 23.11.2026, 14:31 Uhr, freigegeben von Petra Petersen.',
    '',
  ],
  [
    'rejected by reaction',
    told(content(), [petra, { do: 'reject', version: 1, reason: null, via: 'reaction' }]),
    'Abgelehnt von Petra Petersen am Mo., 23.11.2026, 14:31 Uhr. Ein Grund ist noch nicht genannt.',
    '[Grund nennen] [Neu vorschlagen mit diesem Text]',
  ],
  [
    'withdrawn',
    told(content(), [anna, { do: 'withdraw' }]),
    'Zurückgezogen von Anna Ahlers am Mo., 23.11.2026, 14:31 Uhr. Der Beitrag wird nicht veröffentlicht.',
    '[Neu vorschlagen mit diesem Text]',
  ],
  [
    'withdrawn while nobody knew',
    told(content(), approve, send, ...doubted, [petra, { do: 'withdraw' }]),
    'Zurückgezogen von Petra Petersen am Mo., 23.11.2026, 14:34 Uhr. Amtsfunk sendet nichts mehr.',
    '',
  ],
  [
    'expired',
    told(content({ plannedAt: tomorrow }), [null, { do: 'expire' }, 90_000]),
    'Der geplante Zeitpunkt (Di., 24.11.2026, 14:30 Uhr MEZ) ist ohne Freigabe verstrichen. Der Beitrag wird nicht veröffentlicht. Sie können ihn mit einem neuen Zeitpunkt wieder vorschlagen.',
    '[Neu vorschlagen mit diesem Text]',
  ],
  [
    'refused by X',
    told(content(), approve, send, refused('other', 'You are not allowed.')),
    'Der Beitrag ist nicht veröffentlicht. X hat den Text nicht angenommen. Bitte ändern Sie ihn und reichen Sie den Beitrag neu ein. X schreibt dazu:',
    '[Neu vorschlagen mit diesem Text]',
  ],
  [
    'a thread refused halfway',
    told(thread, approve, send, posted('1'), send, refused('duplicate', '')),
    'Teil 1 ist veröffentlicht, Teil 2 und 3 nicht. Auf dem Konto gibt es schon einen Beitrag mit genau diesem Text. Von selbst sendet Amtsfunk nichts mehr. Bitte entscheiden Sie: „Jetzt senden“ für den Rest oder „Zurückziehen“.',
    '[Jetzt senden] [Steht schon auf X] [Zurückziehen]',
  ],
])('%s: the card says what is the case and offers what can be done', (_, story, state, buttons) => {
  expect(stateAndButtons(story)).toEqual([state, buttons])
})

test('a public thread links to each of its parts', () => {
  const story = told(thread, approve, send, posted('1'), send, posted('2'), send, posted('3'))
  expect(readAloud(cardOf(story)).slice(2, 5)).toEqual([
    'Teil 1 auf X ansehen → https://x.com/amt/status/1',
    'Teil 2 auf X ansehen → https://x.com/amt/status/2',
    'Teil 3 auf X ansehen → https://x.com/amt/status/3',
  ])
})

test('what cannot be undone asks first, and publishing after an approval does not', () => {
  const asked = (story: Told) =>
    JSON.stringify(cardOf(story).blocks).match(/"action_id":"[a-z-]+"|"confirm":\{"title"/g)
  expect(asked(told(content()))).toEqual([
    '"action_id":"approve"',
    '"action_id":"reject"',
    '"action_id":"ask"',
    '"action_id":"revise"',
    '"action_id":"withdraw"',
    '"confirm":{"title"',
    '"action_id":"follow-up"',
  ])
})

test('everything long at once still fits', () => {
  const long = 'Ü'.repeat(3_000)
  const text = Array.from({ length: 25 }, () => 'Uhr.Info '.repeat(36).trim()).join('\n---\n')
  const story = told(content({ text, link: { noLinkBecause: long } }), [
    petra,
    { do: 'ask', version: 1, question: long, via: 'button' },
  ])
  const drawn = cardOf(story)
  expect(complaints(drawn, limits.messageBlocks)).toEqual([])
  expect(allCharacters(drawn)).toBeLessThanOrEqual(limits.message)
})

test('a thread too long for a card says which parts are missing, and cannot be approved', () => {
  const lines = readAloud(cardOf(told(content({ text: 'x\n---\n'.repeat(40) + 'y' }))))
  expect(lines).toContain(
    'Der Thread ist zu lang für diese Karte: Teil 26 bis 41 fehlen hier. Deshalb kann er nicht freigegeben werden. Bitte teilen Sie ihn in mehrere Vorschläge auf.',
  )
  expect(lines).toContain('[Ablehnen] [Rückfrage] [Überarbeiten] [Zurückziehen] (Termin ändern)')
})

test.each<[string, Told, string[]]>([
  [
    'a question',
    told(content(), [petra, { do: 'ask', version: 1, question: 'Ab <wann>?', via: 'button' }]),
    [
      '<@U0ANNA> Petra Petersen hat eine Rückfrage. Bitte antworten Sie hier im Thread oder überarbeiten Sie den Vorschlag. Die Frage:',
      '> Ab <wann>?',
    ],
  ],
  [
    'a rejection by reaction',
    told(content(), [petra, { do: 'reject', version: 1, reason: null, via: 'reaction' }]),
    [
      '<@U0ANNA> Petra Petersen hat den Vorschlag abgelehnt. Ein Grund ist noch nicht genannt; die Pressestelle kann ihn hier nachtragen.',
      '[Grund nennen]',
    ],
  ],
  [
    'a doubt',
    told(content(), approve, send, ...doubted),
    [
      '<@U0ANNA> Prüfung nötig. Amtsfunk hat dreimal auf X nachgesehen und den Beitrag nicht gefunden. Von selbst sendet Amtsfunk nichts mehr. Bitte sehen Sie auf dem X-Konto nach. Ist er dort zu sehen, wählen Sie „Steht schon auf X“, sonst „Erneut senden“.',
    ],
  ],
  [
    'a time that passed',
    told(content({ plannedAt: tomorrow }), [null, { do: 'expire' }, 90_000]),
    [
      '<@U0ANNA> Abgelaufen. Der geplante Zeitpunkt (Di., 24.11.2026, 14:30 Uhr MEZ) ist ohne Freigabe verstrichen. Der Beitrag wird nicht veröffentlicht. Sie können ihn mit einem neuen Zeitpunkt wieder vorschlagen.',
    ],
  ],
  [
    'a withdrawal',
    told(content(), [petra, { do: 'withdraw' }]),
    [
      '<@U0ANNA> Zurückgezogen von Petra Petersen am Mo., 23.11.2026, 14:31 Uhr. Der Beitrag wird nicht veröffentlicht.',
    ],
  ],
  [
    'what is held because it is late',
    told(content(), approve, [null, { do: 'hold', because: 'late' }, 7_200]),
    [
      '<@U0ANNA> Prüfung nötig. Der Beitrag ist mehr als eine Stunde verspätet. Von selbst sendet Amtsfunk nichts mehr. Bitte entscheiden Sie: „Jetzt senden“, „Überarbeiten“ oder „Zurückziehen“.',
    ],
  ],
  [
    'a publication',
    told(content(), approve, send, posted('1')),
    [
      '<@U0ANNA> Veröffentlicht am Mo., 23.11.2026, 14:31 Uhr, freigegeben von Petra Petersen.',
      'Beitrag auf X ansehen → https://x.com/amt/status/1',
    ],
  ],
])('a note about %s calls who must know', (_, { proposal, event }, lines) => {
  expect(readAloud(note({ ...setting, seal, proposal, event, to: 'U0ANNA' }))).toEqual(lines)
})

test('a note to somebody who was forgotten calls nobody, and no id can smuggle a mention in', () => {
  const { proposal, event } = told(content(), approve, send, posted('1'))
  for (const to of [null, '!channel', 'U1> <!channel']) {
    expect(note({ ...setting, seal, proposal, event, to }).text).not.toContain('<')
  }
})

test('the author reads the state, not the steps of sending, and is not told to decide', () => {
  const says = ({ proposal }: Told) =>
    readAloud(receipt({ ...setting, proposal, card: latestCard, waits: null }))
  const approved = [
    'Ihr Vorschlag 17: Freigegeben',
    '„Die B 5 ist ab Montag gesperrt. https://www.hamburg.de/bergedorf“',
    'Freigegeben von Petra Petersen. Nach der Veröffentlichung finden Sie hier den Link.',
    `Zur Karte → ${latestCard}`,
  ]
  expect(says(told(content(), approve))).toEqual(approved)
  expect(says(told(content(), approve, send, lost))).toEqual(approved)
  expect(says(told(content(), approve, send, ...doubted))[2]).toBe(
    'Die Pressestelle prüft, wie es weitergeht. Von selbst sendet Amtsfunk nichts mehr.',
  )
})

test('when it is planned for is said while somebody decides, and not once it is on its way or over', () => {
  const planned = content({ plannedAt: tomorrow })
  const says = (story: Told) => readAloud(cardOf(story)).some((line) => line.startsWith('Geplant'))
  expect([told(planned), told(content())].map(says)).toEqual([true, true])
  expect(says(told(content(), approve, send, notSent('unreachable')))).toBe(false)
  expect(says(told(content(), approve, send, ...doubted))).toBe(false)
  expect(says(told(content(), approve, late))).toBe(false)
  expect(says(told(planned, approve))).toBe(false)
})

test('an open question comes first, and what cannot be undone is asked about by number', () => {
  const asked: Step = [petra, { do: 'ask', version: 1, question: null, via: 'reaction' }]
  const [state, buttons] = stateAndButtons(told(content(), asked))
  expect(buttons.startsWith('[Frage beantworten] [Freigeben]')).toBe(true)
  expect(state).toContain('noch ohne Worte. Bitte klären Sie im Thread, worum es geht')
  expect(JSON.stringify(cardOf(told(content())))).toContain('Zurückziehen: Vorschlag 17?')
})
