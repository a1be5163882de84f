// The list for the file of what was published before an election.
import { expect, test } from 'vitest'
import { electionFile } from '../../src/report/pre-election.ts'
import type { PreElection } from '../../src/core/house-rules.ts'
import {
  after,
  answer,
  approved,
  approvedOnce,
  mended,
  monday,
  petra,
  proposed,
  seenBySecond,
  sending,
  sent,
  vera,
  type Step,
} from '../support/lives.ts'

const period: PreElection = {
  ...{ name: 'Bürgerschaftswahl', from: '2026-11-01', until: '2026-11-30' },
  kinds: ['post'],
}
const out = (at: number): Step[] => [sending(at), sent(at)]
const long = `=Die Brücke ist gesperrt.\n${'Bitte weichen Sie aus. '.repeat(9)}`

function lines(...lives: (readonly Step[])[]): string[] {
  const file = electionFile(
    period,
    lives.map((steps) => after(...steps)),
    {
      ...{ zone: 'Europe/Berlin', stoodIn: (actor: number) => actor === vera.actor },
    },
  )
  expect(file.name).toBe('vorwahlzeit-2026-11-01-bis-2026-11-30.csv')
  return new TextDecoder().decode(file.bytes).replace('\ufeff', '').trimEnd().split('\r\n')
}

test('names date, kind, first words, occasion, and both approvals as what they were', () => {
  const at = monday('10:00')
  const [head, ...rows] = lines(
    [proposed({ text: 'Später' }), approved({ by: vera, at }), ...out(monday('12:00'))],
    [
      proposed({ text: long, occasion: 'Sperrung; ab morgen' }),
      ...[
        approvedOnce({ at }),
        approved({ by: vera, at: monday('11:00') }),
        ...out(monday('11:30')),
      ],
    ],
    [proposed({ ...answer(), text: 'Um 9 Uhr.' }), approved({ at }), ...out(monday('13:00'))],
    [proposed({ by: petra }), approved({ at, isOwn: true }), ...out(monday('14:00'))],
    [proposed(), mended({ text: 'x' }), seenBySecond({ at }), ...out(monday('15:00'))],
    [proposed()],
  )
  expect(head).toBe(
    'Veröffentlicht;Vorschlag;Art;Anfang;Anlass;Erste Freigabe;Zweite Freigabe;Link',
  )
  expect(rows).toHaveLength(5)
  expect(rows[0]).toMatch(
    /^Mo\., 23\.11\.2026, 11:30 Uhr;7;Beitrag;'=Die Brücke ist gesperrt\. Bitte .{20,60} …;"Sperrung; ab morgen";Pressestelle, Mo\., 23\.11\.2026, 10:00 Uhr;Vertretung, Mo\., 23\.11\.2026, 11:00 Uhr;https:/,
  )
  expect(rows[1]).toMatch(/;Beitrag;Später[^;]*;;Vertretung, [^;]*;;https:/)
  expect(rows[2]).toMatch(/;Antwort;Um 9 Uhr\.;Antwort auf Erwähnung 1;Pressestelle, [^;]*;;/)
  expect(rows[3]).toContain(';Pressestelle (Eigenfreigabe), ')
  expect(rows[4]).toMatch(/;Pressestelle, [^;]*;zweite Person \(Bestätigung\), [^;]*;/)
  // People are told as what they are, never by name or number.
  expect(rows.join()).not.toMatch(/Petra|Vera|Anna/)
})
