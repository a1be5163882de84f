import type { Ping } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { clockTime, shortDay, tsDate } from '../time.ts'
import { activity as say, slack } from '../wording.ts'
import { findMessage } from './find-message.ts'
import { Find, Finds } from './finds.tsx'
import { saidIn } from './said.ts'

const longest = 160
const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

function Rang({ ping }: { ping: Ping }) {
  const { sight, nameOf } = useSandbox()
  const found = findMessage(sight.slack.channels, ping.channel, ping.ts)
  if (found === null) {
    const at = tsDate(ping.ts)
    return (
      <li class="find">
        <span class="find__why">{say.why[ping.why]}</span>{' '}
        <time dateTime={at.toISOString()}>
          {shortDay(at)}, {slack.at(clockTime(at))}
        </time>
        <p class="find__said">{say.gone(nameOf(ping.by))}</p>
      </li>
    )
  }
  return (
    <Find found={found} why={say.why[ping.why]}>
      {shorten(saidIn(found.message, nameOf))}
    </Find>
  )
}

/** What rang for this person and why, the newest first. */
export function Activity() {
  const { activity } = useSandbox().sight.slack
  const counts = { name: 0, group: 0, everybody: 0, direct: 0, thread: 0 }
  for (const { why } of activity) counts[why] += 1
  return (
    <Finds title={say.title} sum={say.sum(counts)}>
      {activity.map((ping) => (
        <Rang key={`${ping.channel} ${ping.ts}`} ping={ping} />
      ))}
    </Finds>
  )
}
