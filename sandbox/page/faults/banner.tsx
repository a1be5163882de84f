import { useSandbox } from '../sandbox-context.ts'
import { FaultIcon } from '../ui/icons.tsx'
import { faults as say } from '../wording.ts'
import { describeFault } from './describe.ts'

/** Says on the service itself that it is disturbed, with the way back. */
export function FaultBanner({ service }: { service: 'slack' | 'x' }) {
  const { sight, setFaults } = useSandbox()
  const active = sight[service].faults
  return (
    <div class="fault-banner" role="status">
      {active.map((fault, at) => {
        const what = describeFault(fault)
        return (
          <p key={at}>
            <FaultIcon />
            <span>
              <strong>{say.banner[service]}</strong> {what}
            </span>
            <button
              type="button"
              class="button button--quiet"
              aria-label={say.liftNamed(what)}
              onClick={() =>
                void setFaults(
                  service,
                  active.filter((_one, index) => index !== at),
                )
              }
            >
              {say.lift}
            </button>
          </p>
        )
      })}
    </div>
  )
}
