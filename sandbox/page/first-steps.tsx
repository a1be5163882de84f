import { useState } from 'preact/hooks'
import type { Person } from '../contract.ts'
import { useSandbox } from './sandbox-context.ts'
import { CloseIcon } from './ui/icons.tsx'
import { firstSteps as say } from './wording.ts'

const key = 'amtsfunk-first-steps'
const firstName = (person: Person) => person.name.split(' ')[0] ?? person.name
const isOfficer = (person: Person) => /presse/i.test(person.role) && !/vertret/i.test(person.role)

type Props = {
  /** Become a person, go to a channel (by name) and have a text ready to send. */
  onStep: (person: Person, channel: string, text?: string) => void
  onWatch: () => void
}

/** Steps that show the whole idea. Each button takes one there. Stays away once dismissed. */
export function FirstSteps({ onStep, onWatch }: Props) {
  const { sight } = useSandbox()
  const [away, setAway] = useState(localStorage.getItem(key) !== null)
  const [isOpen, setOpen] = useState(false)
  const staff = sight.slack.people.find((one) => !one.guest && !one.foreign && !isOfficer(one))
  const officer = sight.slack.people.find(isOfficer)
  if (away || staff === undefined || officer === undefined) return null
  const steps: [string, () => void][] = [
    [
      say.propose(firstName(staff)),
      () => {
        onStep(staff, 'allgemein', '/vorschlag ')
      },
    ],
    [
      say.approve(firstName(officer)),
      () => {
        onStep(officer, 'freigabe')
      },
    ],
    [say.watch, onWatch],
    [
      say.report(firstName(officer)),
      () => {
        onStep(officer, 'allgemein', '/bericht')
      },
    ],
  ]
  return (
    <section
      class={isOpen ? 'first-steps first-steps--open' : 'first-steps'}
      aria-label={say.title}
    >
      <strong>{say.title}</strong>
      {/* Where there is little room the steps fold away. */}
      <button
        type="button"
        class="first-steps__toggle"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen)
        }}
      >
        {say.title} <span aria-hidden="true">▾</span>
      </button>
      <ol>
        {steps.map(([text, go]) => (
          <li key={text}>
            <button
              type="button"
              class="step"
              onClick={() => {
                setOpen(false)
                go()
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="icon-button"
        aria-label={say.dismiss}
        onClick={() => {
          localStorage.setItem(key, 'away')
          setAway(true)
        }}
      >
        <CloseIcon />
      </button>
    </section>
  )
}
