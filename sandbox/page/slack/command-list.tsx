import { slack } from '../wording.ts'
import type { Command } from './command-hints.ts'

/** The commands that fit, above the composer. The composer keeps the focus and moves the choice. */
export function CommandList(props: {
  commands: Command[]
  chosen: number
  onTake: (command: Command) => void
}) {
  const { commands, chosen, onTake } = props
  if (commands.length === 0) return null
  return (
    <ul class="commands" id="commands" role="listbox" tabIndex={0} aria-label={slack.commands}>
      {commands.map((command, at) => (
        <li
          key={command.name}
          id={`command-${at}`}
          role="option"
          aria-selected={at === chosen}
          class={at === chosen ? 'command command--chosen' : 'command'}
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(command)
          }}
        >
          <strong>{command.name}</strong> <span>{command.usageHint}</span>
          <small>{command.description}</small>
        </li>
      ))}
    </ul>
  )
}
