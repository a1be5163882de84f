import { useSandbox } from '../sandbox-context.ts'
import { search as say } from '../wording.ts'
import { everyMessage } from './find-message.ts'
import { Find, Finds } from './finds.tsx'
import { found, pieces } from './look-for.ts'
import { wordsIn } from './said.ts'

/** Where one types what one looks for. What is found shows at once. */
export function SearchBox() {
  const { place, go } = useSandbox()
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <input
        type="search"
        class="field"
        aria-label={say.label}
        placeholder={say.placeholder}
        value={place.spot === 'search' ? (place.words ?? '') : ''}
        onInput={(event) => {
          const words = event.currentTarget.value
          go({ ...place, spot: 'search', at: null, thread: null, words })
        }}
      />
    </form>
  )
}

/** The messages this person can see in which all words stand, the newest first. What only they were told is not found, as
 * in Slack. */
export function SearchFinds({ words }: { words: string }) {
  const { sight, nameOf } = useSandbox()
  const finds = everyMessage(sight.slack.channels)
    .filter(({ message }) => !message.ephemeral)
    .flatMap((one) => {
      const said = wordsIn(one.message, nameOf)
      return found(said, words) ? [{ ...one, said }] : []
    })
    .toSorted((a, b) => b.message.ts.localeCompare(a.message.ts))
  return (
    <Finds title={say.title} sum={words.trim() === '' ? say.how : say.sum(finds.length, words)}>
      {finds.map((one) => (
        <Find key={`${one.channel.id} ${one.message.ts}`} found={one}>
          {pieces(one.said, words).map(({ text, isHit }, at) =>
            isHit ? <mark key={at}>{text}</mark> : text,
          )}
        </Find>
      ))}
    </Finds>
  )
}
