import { useState } from 'preact/hooks'
import type { Fault } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { faultKinds, faults as say } from '../wording.ts'
import { FaultBanner } from './banner.tsx'
import { methods } from './methods.ts'
import { Radios } from './radios.tsx'

type Service = 'slack' | 'x'
type Kind = Fault['kind']

const often = { once: 1, thrice: 3, untilLifted: null }

function kindsOf(service: Service) {
  const kinds = Object.entries(faultKinds) as [Kind, (typeof faultKinds)[Kind]][]
  return kinds.filter(([, kind]) => kind[service])
}

/** Where faults are switched on and lifted. */
export function FaultsDialog({ onClose }: { onClose: () => void }) {
  const { sight, setFaults } = useSandbox()
  const [service, setService] = useState<Service>('x')
  const [chosen, setChosen] = useState<Kind>('lost-answer')
  const [times, setTimes] = useState<keyof typeof often>('once')
  const [method, setMethod] = useState('')
  const [seconds, setSeconds] = useState(30)
  const kind = faultKinds[chosen][service] ? chosen : 'lost-answer'
  const timed = kind === 'rate-limit' || kind === 'late-index'
  const calm = sight.slack.faults.length + sight.x.faults.length === 0

  const add = () =>
    void setFaults(service, [
      ...sight[service].faults,
      {
        kind,
        times: often[times],
        ...(method === '' ? {} : { method }),
        ...(timed ? { seconds } : {}),
      },
    ])
  return (
    <Dialog title={say.title} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <div class="dialog__body faults">
          <div>
            <Notice side="slack" />
            <p>{say.intro}</p>
          </div>
          <section class="faults__active" aria-labelledby="faults-active">
            <h3 id="faults-active">{say.active}</h3>
            {calm && <p>{say.none}</p>}
            <FaultBanner service="x" />
            <FaultBanner service="slack" />
          </section>
          <Radios
            legend={say.which}
            row
            value={service}
            choices={[
              { value: 'x', name: 'X' },
              { value: 'slack', name: 'Slack' },
            ]}
            onChange={(next) => {
              setService(next)
              setMethod('')
            }}
          />
          <Radios
            legend={say.kind}
            value={kind}
            choices={kindsOf(service).map(([value, { name, what }]) => ({ value, name, what }))}
            onChange={setChosen}
          />
          <label class="faults__line">
            <span>{say.method}</span>
            <select
              class="field"
              value={method}
              onChange={(event) => {
                setMethod(event.currentTarget.value)
              }}
            >
              <option value="">{say.everyMethod}</option>
              {methods[service].map((one) => (
                <option key={one.value} value={one.value}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <Radios
            legend={say.times}
            row
            value={times}
            choices={[
              { value: 'once', name: say.once },
              { value: 'thrice', name: say.thrice },
              { value: 'untilLifted', name: say.untilLifted },
            ]}
            onChange={setTimes}
          />
          {timed && (
            <label class="faults__line">
              <span>{say.seconds}</span>
              <input
                class="field field--short"
                type="number"
                min={1}
                max={900}
                value={seconds}
                onInput={(event) => {
                  setSeconds(Number(event.currentTarget.value))
                }}
              />
            </label>
          )}
        </div>
        <div class="dialog__foot">
          <button type="submit" class="button button--primary">
            {say.add}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
