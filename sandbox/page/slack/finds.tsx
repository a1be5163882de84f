import type { ComponentChildren } from 'preact'
import { placeHref } from '../place.ts'
import { useSandbox } from '../sandbox-context.ts'
import { clockTime, shortDay, tsDate } from '../time.ts'
import { page, slack } from '../wording.ts'
import type { Found } from './find-message.ts'
import { placeName } from './place-name.ts'

/** A list of messages that stand elsewhere, under a heading and a line that sums them up. */
export function Finds(props: { title: string; sum: string; children: ComponentChildren }) {
  const { title, sum, children } = props
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <header class="conversation__head">
        <h3 id="conversation-title">{title}</h3>
      </header>
      <div
        class="log log--finds"
        id="gespraech"
        tabIndex={0}
        role="group"
        aria-labelledby="conversation-title"
      >
        <p class="finds__sum" role="status">
          {sum}
        </p>
        <ul>{children}</ul>
      </div>
    </section>
  )
}

/** One message and the way to it. `why`: why it is in the list, where that is not plain. */
export function Find(props: { found: Found; why?: string; children: ComponentChildren }) {
  const { found, why, children } = props
  const { me, nameOf } = useSandbox()
  const { channel, message } = found
  const at = tsDate(message.ts)
  return (
    <li class="find">
      <a
        class="find__way"
        href={placeHref({ as: me.id, spot: channel.id, at: message.ts })}
        aria-describedby={`find-${channel.id}-${message.ts}`}
      >
        {why !== undefined && <span class="find__why">{why}</span>}{' '}
        <span class="find__where">
          {slack.foundAt(placeName(channel), message.threadTs !== null)}
        </span>{' '}
        <time dateTime={at.toISOString()}>
          {shortDay(at)}, {slack.at(clockTime(at))}
        </time>
      </a>
      {message.sample && <span class="tag tag--sample">{page.sample}</span>}
      <p class="find__said" id={`find-${channel.id}-${message.ts}`}>
        <strong>{nameOf(message.user)}:</strong> {children}
      </p>
    </li>
  )
}
