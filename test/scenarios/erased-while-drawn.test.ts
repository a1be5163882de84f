// Words are erased at the very moment Slack is told to show them: they do not stay there.
import { expect, test } from 'vitest'
import { openModerationOffice, says, writes } from '../support/moderation.ts'
import { eventually } from '../support/office.ts'

const secret = 'Rosenkohl am Weidenbaumsweg'

test('a collecting card that is being drawn while words are erased is drawn once more', async () => {
  await using office = await openModerationOffice({ FLOOD_MENTIONS: 0 })
  const { petra, conversations, inbox, sandbox } = office
  const first = writes(office, `@BABergedorf ${secret}?`)
  writes(office, '@BABergedorf Hallo?', { inReplyTo: first })
  await office.reads()
  const card = await eventually(() => petra.mentions()[0])
  sandbox.slack.setFaults([{ kind: 'slow', method: 'chat.update', times: 1, waits: 1_500 }])
  writes(office, '@BABergedorf Danke!', { handle: 'lea' })
  await inbox.read()
  const updates = () => sandbox.slack.calls().filter((one) => one === 'chat.update').length
  const before = updates()
  const drawn = office.settle()
  await eventually(() => updates() > before)
  await conversations.eraseInTurns([1], 'gone')
  await drawn
  await office.settle()
  const now = await says(office, card, 'auf X nicht mehr öffentlich')
  expect(JSON.stringify(now)).not.toContain(secret)
}, 30_000)
