import { useState } from 'preact/hooks'
import { FaultsDialog } from './faults/faults-dialog.tsx'
import { useSandbox } from './sandbox-context.ts'
import { longDay } from './time.ts'
import { Avatar } from './ui/avatar.tsx'
import { Confirm } from './ui/confirm.tsx'
import { BrandMark, FaultIcon, ResetIcon } from './ui/icons.tsx'
import { faults, mayDo, page, reset as say } from './wording.ts'

function PersonSwitch({ onPerson }: { onPerson: (id: string) => void }) {
  const { sight, me } = useSandbox()
  return (
    <div class="person">
      <Avatar id={me.id} name={me.name} />
      <div class="person__choice">
        <label htmlFor="person">{page.iAm}</label>
        <select
          id="person"
          class="field"
          value={me.id}
          aria-describedby="person-may"
          onChange={(event) => {
            onPerson(event.currentTarget.value)
          }}
        >
          {sight.slack.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name} – {person.role}
            </option>
          ))}
        </select>
      </div>
      <p class="person__may" id="person-may">
        {me.name.split(' ')[0]} {mayDo(me)}
      </p>
    </div>
  )
}

/** The page's own bar: what this is and which day it has, who one is, faults and reset. */
export function TopBar({ onPerson }: { onPerson: (id: string) => void }) {
  const { sight, reset } = useSandbox()
  const [open, setOpen] = useState<'faults' | 'reset' | null>(null)
  const [resetting, setResetting] = useState(false)
  const close = () => {
    setOpen(null)
  }
  const begin = async () => {
    setResetting(true)
    await reset()
    setResetting(false)
    close()
  }
  const active = sight.slack.faults.length + sight.x.faults.length
  return (
    <header class="top">
      <div class="brand">
        <BrandMark />
        <div>
          <h1>
            {page.brand} <span>{page.room}</span>
          </h1>
          <p>
            {page.promise} {page.today(longDay(new Date(sight.now)))}
          </p>
        </div>
      </div>
      <PersonSwitch onPerson={onPerson} />
      <div class="top__tools">
        <button
          type="button"
          class={active > 0 ? 'button button--warn' : 'button'}
          onClick={() => {
            setOpen('faults')
          }}
        >
          <FaultIcon /> <span>{active > 0 ? faults.openCount(active) : faults.open}</span>
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            setOpen('reset')
          }}
        >
          <ResetIcon /> <span>{say.open}</span>
        </button>
      </div>
      {open === 'faults' && <FaultsDialog onClose={close} />}
      {open === 'reset' && (
        <Confirm
          title={say.title}
          confirm={resetting ? say.busy : say.confirm}
          deny={page.cancel}
          danger
          onDeny={close}
          busy={resetting}
          onConfirm={() => void begin()}
        >
          <p>{say.text}</p>
        </Confirm>
      )}
    </header>
  )
}
