import { useEffect } from 'preact/hooks'
import { useSandbox } from '../sandbox-context.ts'
import { Notice } from '../ui/notice.tsx'
import { slack } from '../wording.ts'
import { ActingBlocks } from './acting-blocks.tsx'

/** App Home. Opening it tells the bot, as Slack does. */
export function Home() {
  const { sight, me, act } = useSandbox()
  useEffect(() => {
    void act({ act: 'home' })
  }, [me.id])
  const { home } = sight.slack
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <header class="conversation__head">
        <h3 id="conversation-title">{slack.homeTitle}</h3>
      </header>
      <div
        class="log log--home"
        id="gespraech"
        tabIndex={0}
        role="group"
        aria-labelledby="conversation-title"
      >
        {home === null ? (
          <p class="empty">{slack.homeEmpty}</p>
        ) : (
          <ActingBlocks key={me.id} blocks={home.blocks} container={{ type: 'home' }} />
        )}
      </div>
      <Notice side="slack" />
    </section>
  )
}
