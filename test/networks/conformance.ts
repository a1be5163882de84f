// What every network must do as the port promises it, whatever it is called. A network passes with its stand-in's
// levers; what is its own is tested in its own folder.
import { describe } from 'vitest'
import type { Start } from './conformance/common.ts'
import { aboutWhatIsGone } from './conformance/gone.ts'
import { aboutHiding } from './conformance/hiding.ts'
import { aboutLinks } from './conformance/links.ts'
import { aboutLooking } from './conformance/looking.ts'
import { aboutMuting } from './conformance/muting.ts'
import { aboutMentions } from './conformance/mentions.ts'
import { aboutNumbers } from './conformance/numbers.ts'
import { aboutPublishing } from './conformance/publishing.ts'
import { aboutSecrets } from './conformance/secrets.ts'
import { aboutWeighing } from './conformance/weighing.ts'
import { troubles, type Trouble } from './under-test.ts'

/** Declares the tests for one network. `start` gives a fresh one for each test, which it ends with the test. `can` are
 * the ways in which its stand-in can go wrong. */
export function conforms(
  name: string,
  { start, can = troubles }: { start: Start; can?: readonly Trouble[] },
): void {
  describe(`${name}, as any network`, () => {
    aboutPublishing(start, can)
    aboutLooking(start, can)
    aboutHiding(start, can)
    aboutMuting(start, can)
    aboutMentions(start, can)
    aboutWhatIsGone(start, can)
    aboutNumbers(start, can)
    aboutLinks(start)
    aboutWeighing(start)
    aboutSecrets(start, can)
  })
}
