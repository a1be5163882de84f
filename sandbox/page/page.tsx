import { render } from 'preact'
import { useState } from 'preact/hooks'
import type { ActAnswer, Person } from '../contract.ts'
import { FirstSteps } from './first-steps.tsx'
import { nowhere, usePlace } from './place.ts'
import type { Notice, Sandbox } from './sandbox-context.ts'
import { SandboxContext } from './sandbox-context.ts'
import { sendAct, sendCitizen, sendFaults, sendReset } from './send.ts'
import { useSight } from './sight.ts'
import { OpenForm } from './slack/open-form.tsx'
import { SlackSide } from './slack/slack-side.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewTabs } from './view-tabs.tsx'
import { page } from './wording.ts'
import { XSide } from './x/x-side.tsx'

// The word that opened the door has done its work; the address may be shown and kept without it.
if (location.search !== '') history.replaceState(null, '', location.pathname + location.hash)

/** Focuses what a step leads to, once it is drawn. */
function focusSoon(selector: string) {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(selector)?.focus()
  })
}

function Page() {
  const [place, go] = usePlace()
  const [view, setView] = useState<'slack' | 'x'>('slack')
  const [notice, setNotice] = useState<Notice | null>(null)
  const [drafts, setDrafts] = useState<Record<string, string>>({})
  const { sight, lost, look } = useSight(place.as)
  if (sight === null) return <p class="loading">{lost ? page.lost : page.loading}</p>
  const { me, people, bot, channels } = sight.slack

  const told = (side: Notice['side'], answer: ActAnswer): ActAnswer => {
    const service = side === 'slack' ? page.slackView : page.xView
    setNotice(
      answer.ok ? null : { side, sentence: page.failed(answer.sentence, service, answer.error) },
    )
    look()
    return answer
  }
  const sandbox: Sandbox = {
    sight,
    me,
    place,
    go,
    notice,
    act: async (deed) => told('slack', await sendAct({ ...deed, as: me.id })),
    citizen: async (act) => told('x', await sendCitizen(act)),
    setFaults: async (service, faults) => told('slack', await sendFaults(service, faults)),
    reset: async () => told('slack', await sendReset()),
    nameOf: (user) =>
      user === bot.id ? bot.name : (people.find((one) => one.id === user)?.name ?? user),
    dismissNotice: () => {
      setNotice(null)
    },
    typed: (channel) => drafts[`${me.id} ${channel}`] ?? '',
    type: (channel, text) => {
      setDrafts((held) => ({ ...held, [`${me.id} ${channel}`]: text }))
    },
  }
  const step = (person: Person, channelName: string, text?: string) => {
    const channel = channels.find((one) => one.name === channelName)
    setView('slack')
    go({ ...nowhere, as: person.id, spot: channel?.id ?? place.spot })
    if (text !== undefined && channel !== undefined) {
      setDrafts((held) => ({ ...held, [`${person.id} ${channel.id}`]: text }))
    }
    focusSoon(text === undefined ? '.log' : '#composer')
  }
  return (
    <SandboxContext.Provider value={sandbox}>
      <a class="skip" href="#gespraech" onClick={skipToConversation}>
        {page.skip}
      </a>
      <TopBar
        onPerson={(id) => {
          setNotice(null)
          go({ ...place, as: id })
        }}
      />
      {lost && (
        <p class="lost" role="alert">
          {page.lost}
        </p>
      )}
      <FirstSteps
        onStep={step}
        onWatch={() => {
          setView('x')
          focusSoon('.timeline')
        }}
      />
      <main class={`sides sides--${view}`}>
        <SlackSide place={place} />
        <XSide />
      </main>
      <OpenForm />
      <ViewTabs view={view} onView={setView} />
    </SandboxContext.Provider>
  )
}

/** The address keeps person and channel, so the skip link moves the focus itself: to the message at hand, where there is
 * one. */
function skipToConversation(event: Event) {
  event.preventDefault()
  const log = document.querySelector<HTMLElement>('.log')
  const message = log?.querySelector<HTMLElement>('.message[tabindex="0"]') ?? log
  message?.focus()
}

const root = document.getElementById('page')
if (root === null) throw new Error('index.html has no #page')
render(<Page />, root)
