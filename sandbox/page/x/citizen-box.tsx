import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { XPost } from '../../contract.ts'
import { useSandbox } from '../sandbox-context.ts'
import { CloseIcon } from '../ui/icons.tsx'
import { citizen as say } from '../wording.ts'

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** The box in which a citizen writes to the office: a new post or an answer. */
export function CitizenBox(props: { replyTo: XPost | null; onReplyOff: () => void }) {
  const { replyTo, onReplyOff } = props
  const { sight, citizen } = useSandbox()
  const { handle } = sight.x.account
  const [who, setWho] = useState(0)
  const [text, setText] = useState(`@${handle} `)
  const [closed, setClosed] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  useEffect(() => {
    if (replyTo !== null) box.current?.focus()
  }, [replyTo])

  const writer = say.people[who]
  const isProtected = sight.x.posts.some(
    ({ author }) => author.handle === writer?.handle && author.protected,
  )

  const send = async () => {
    const person = say.people[who]
    if (person === undefined || text.trim() === '') return
    const answer = await citizen({
      act: 'post',
      ...person,
      text: text.trim(),
      ...(closed && { closed }),
      ...(replyTo === null ? {} : { inReplyTo: replyTo.id }),
    })
    if (!answer.ok) return
    setText(`@${handle} `)
    onReplyOff()
  }
  return (
    <form
      class="citizen"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h3 id={`${id}-title`}>{say.title}</h3>
      {replyTo !== null && (
        <p class="citizen__reply">
          <span>{say.replyTo(replyTo.author.name, shorten(replyTo.text))}</span>
          <button type="button" class="icon-button" aria-label={say.replyOff} onClick={onReplyOff}>
            <CloseIcon />
          </button>
        </p>
      )}
      <label class="unseen" htmlFor={`${id}-text`}>
        {say.text}
      </label>
      <textarea
        id={`${id}-text`}
        ref={box}
        class="field"
        rows={2}
        aria-describedby={`${id}-hint`}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
        }}
      />
      <p class="citizen__hint" id={`${id}-hint`}>
        {say.textHint(handle)}
      </p>
      <div class="citizen__foot">
        <label htmlFor={`${id}-who`}>{say.who}</label>
        <select
          id={`${id}-who`}
          class="field"
          value={String(who)}
          onChange={(event) => {
            setWho(Number(event.currentTarget.value))
          }}
        >
          {say.people.map((person, at) => (
            <option key={person.handle} value={String(at)}>
              {person.name}
            </option>
          ))}
        </select>
        <button type="submit" class="button button--primary">
          {say.send}
        </button>
      </div>
      <details class="citizen__more">
        <summary>{say.more}</summary>
        <label>
          <input
            type="checkbox"
            checked={closed}
            onChange={(event) => {
              setClosed(event.currentTarget.checked)
            }}
          />{' '}
          {say.closed}
        </label>
        <button
          type="button"
          class="button"
          onClick={() => void citizen({ act: 'flood', count: 30 })}
        >
          {say.flood}
        </button>
        {writer !== undefined && (
          <button
            type="button"
            class="button"
            onClick={() =>
              void citizen({
                act: isProtected ? 'unprotect' : 'protect',
                handle: writer.handle,
              })
            }
          >
            {isProtected ? say.unprotect(writer.name) : say.protect(writer.name)}
          </button>
        )}
      </details>
    </form>
  )
}
