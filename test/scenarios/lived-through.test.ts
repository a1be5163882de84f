// An office in which a past was played goes on as any other from the visit on.
import { expect, test } from 'vitest'
import { openLog } from '../../src/log.ts'
import { openOffice } from '../../src/office/office.ts'
import { eventually, openWorld } from '../support/office.ts'

test('what was played stays, and nothing of its mornings is made up for; the next morning has its word', async () => {
  await using world = await openWorld({}, Date.parse('2026-11-20T07:50:00+01:00'))
  const { anna, clock, config, sandbox } = world
  const given = {
    ...{ config, clock, deaf: () => undefined },
    log: openLog('fatal', { write: () => undefined }),
  }
  const office = await openOffice({ ...given, rests: true })
  if ('problem' in office) throw new Error(office.problem)
  const kim = { handle: 'kim_beispiel', name: 'Kim Beispiel' }
  sandbox.x.citizen({ act: 'post', ...kim, text: '@BABergedorf Wann öffnet das Freibad?' })
  await office.inbox?.read()
  await eventually(() => anna.mentions().length === 1)
  clock.moveTo(Date.parse('2026-11-20T09:30:00+01:00'))
  // Only who is awake looks at the channels again.
  const looks = () => sandbox.slack.calls().filter((one) => one === 'conversations.info').length
  const before = looks()
  office.wake()
  await eventually(() => looks() > before)
  clock.moveTo(Date.parse('2026-11-23T08:31:00+01:00'))
  const mornings = () => anna.mentions().filter(({ text }) => text.includes('Guten Morgen!'))
  await eventually(() => mornings().length > 0)
  expect(mornings().map(({ ts }) => new Date(Number(ts) * 1000).getUTCDate())).toEqual([23])
  await office.close()

  const again = await openOffice(given)
  if ('problem' in again) throw new Error(again.problem)
  expect(again.conversations?.open()).toHaveLength(1)
  await again.close()
})
