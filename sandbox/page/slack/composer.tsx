import { useState } from 'preact/hooks'
import type { Channel, TypedFile } from '../../contract.ts'
import { attach } from '../blocks/file-field.tsx'
import { useSandbox } from '../sandbox-context.ts'
import { SendIcon } from '../ui/icons.tsx'
import { slack } from '../wording.ts'
import { CommandList } from './command-list.tsx'
import type { Command } from './command-hints.ts'
import { fittingCommands, readTyped, typedCommand } from './command-hints.ts'
import { placeName } from './place-name.ts'

/** The box to write in. "/" offers the commands; Enter sends. What is typed is kept by the page. */
export function Composer({ channel }: { channel: Channel }) {
  const { sight, act, typed, type } = useSandbox()
  const [chosen, setChosen] = useState(0)
  const [closed, setClosed] = useState(false)
  const [files, setFiles] = useState<TypedFile[]>([])
  const text = typed(channel.id)
  const fitting = closed ? [] : fittingCommands(sight.slack.commands, text)
  const hint = typedCommand(sight.slack.commands, text)
  const at = Math.min(chosen, Math.max(0, fitting.length - 1))
  const write = (next: string) => {
    setClosed(false)
    setChosen(0)
    type(channel.id, next)
  }
  const take = (command: Command) => {
    write(`${command.name} `)
    document.getElementById('composer')?.focus()
  }
  const send = async () => {
    if (text.trim() === '' && files.length === 0) return
    const command = files.length > 0 ? null : readTyped(text)
    type(channel.id, '')
    const answer = await act(
      command === null
        ? { act: 'message', channel: channel.id, text: text.trim(), files }
        : { act: 'command', channel: channel.id, command: command.command, text: command.words },
    )
    // Nothing typed is lost where Slack could not take it.
    if (!answer.ok) type(channel.id, text)
    else setFiles([])
  }
  const keys = (event: KeyboardEvent) => {
    const complete = fitting.some((command) => command.name === text)
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      const command = fitting[at]
      if (command !== undefined && !complete) take(command)
      else void send()
      return
    }
    if (fitting.length === 0) return
    const command = fitting[at]
    if (event.key === 'ArrowDown') setChosen((at + 1) % fitting.length)
    else if (event.key === 'ArrowUp') setChosen((at + fitting.length - 1) % fitting.length)
    else if (event.key === 'Escape') setClosed(true)
    else if (event.key === 'Tab' && !event.shiftKey && command !== undefined) take(command)
    else return
    event.preventDefault()
  }
  const name = slack.composer(placeName(channel))
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <CommandList commands={fitting} chosen={at} onTake={take} />
      <p role="status" class={hint === null ? 'unseen' : 'composer__hint'}>
        {hint !== null && (
          <>
            <strong>{hint.name}</strong> {hint.usageHint} – {hint.description}
          </>
        )}
        {fitting.length > 0 && slack.commandCount(fitting.length)}
      </p>
      <div class="composer__box">
        <textarea
          id="composer"
          rows={2}
          aria-label={name}
          aria-describedby="composer-help"
          aria-autocomplete="list"
          aria-controls={fitting.length > 0 ? 'commands' : undefined}
          aria-activedescendant={fitting.length > 0 ? `command-${at}` : undefined}
          placeholder={name}
          value={text}
          onInput={(event) => {
            write(event.currentTarget.value)
          }}
          onKeyDown={keys}
        />
        <button type="submit" class="button button--primary composer__send">
          {slack.send} <SendIcon />
        </button>
      </div>
      {files.length > 0 && (
        <p class="composer__help">
          {slack.attached(files.map(({ name }) => name).join(', '))}{' '}
          <button
            type="button"
            class="button button--quiet"
            onClick={() => {
              setFiles([])
            }}
          >
            {slack.detach}
          </button>
        </p>
      )}
      <div class="composer__foot">
        <label class="button button--quiet composer__attach">
          {slack.attach}
          <input
            type="file"
            class="unseen"
            multiple
            accept="image/*"
            onChange={(event) => {
              const input = event.currentTarget
              void attach(input.files).then((added) => {
                setFiles([...files, ...added])
                input.value = ''
              })
            }}
          />
        </label>
        <p id="composer-help" class="composer__help">
          {slack.composerHint}
        </p>
      </div>
    </form>
  )
}
