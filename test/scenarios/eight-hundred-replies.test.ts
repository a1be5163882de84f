// Eight hundred answer one mention: all are taken in, and whoever presses a button meanwhile gets an answer.
import { expect, test } from 'vitest'
import { longestHoldUp } from '../support/held-up.ts'
import { cardOf, openModerationOffice, writes } from '../support/moderation.ts'

test.each([
  // One conversation with a long thread, or a list of many.
  ['a channel that bears them all', 5_000, 1],
  ['a channel that bears twenty', 20, 781],
])(
  'in %s',
  async (_, limit, conversations) => {
    await using office = await openModerationOffice({ FLOOD_MENTIONS: limit })
    const first = writes(office, '@BABergedorf Was soll das?')
    await office.reads()
    await cardOf(office, 1)
    for (let number = 1; number <= 799; number += 1) {
      const handle = `kim${number % 50}`
      writes(office, `@BABergedorf Genau, Nummer ${number}!`, { handle, inReplyTo: first })
    }
    const heldUp = await longestHoldUp(() => office.inbox.read())
    expect(office.conversations.open()).toHaveLength(conversations)
    expect(office.conversations.mention(800)?.view.words?.text).toContain('Nummer 799')
    // On a quiet machine it is below 100; other tests run beside this one.
    expect(heldUp).toBeLessThan(600)
  },
  60_000,
)
