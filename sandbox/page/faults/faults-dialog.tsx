import { useState } from 'preact/hooks'
import type { Fault } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { faultKinds, faults as say } from '../wording.ts'
import { FaultBanner } from './banner.tsx'
import { callsOf, choosesCall, choosesTimes } from './calls.ts'
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
  // Which of the service's calls; the last choice is every call.
  const [call, setCall] = useState(0)
  const [seconds, setSeconds] = useState(30)
  const kind = faultKinds[chosen][service] ? chosen : 'lost-answer'
  const timed = kind === 'rate-limit' || kind === 'late-index' || kind === 'late'
  const calm = sight.slack.faults.length + sight.x.faults.length === 0

  const calls = callsOf(service, sight)
  const method = kind === 'late-index' ? calls[0] : choosesCall(kind) ? calls[call] : undefined

  const add = async () => {
    const answer = await setFaults(service, [
      ...sight[service].faults,
      {
        kind,
        times: choosesTimes(kind) ? often[times] : null,
        ...(method === undefined ? {} : { method: method.value }),
        ...(timed ? { seconds } : {}),
        ...(kind === 'slow' ? { waits: 2_000 } : {}),
      },
    ])
    // The service itself says from now on that it is disturbed.
    if (answer.ok) onClose()
  }
  return (
    <Dialog title={say.title} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void add()
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
              setCall(0)
            }}
          />
          <Radios
            legend={say.kind}
            value={kind}
            choices={kindsOf(service).map(([value, { name, what }]) => ({ value, name, what }))}
            onChange={setChosen}
          />
          {choosesCall(kind) && (
            <label class="faults__line">
              <span>{say.method}</span>
              <select
                class="field"
                value={String(call)}
                onChange={(event) => {
                  setCall(Number(event.currentTarget.value))
                }}
              >
                {calls.map((one, at) => (
                  <option key={one.value} value={String(at)}>
                    {one.name}
                  </option>
                ))}
                <option value={String(calls.length)}>{say.everyMethod}</option>
              </select>
            </label>
          )}
          {choosesTimes(kind) && (
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
          )}
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
