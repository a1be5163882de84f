import { useState } from 'preact/hooks'
import { Confirm } from '../ui/confirm.tsx'
import { blocks as say, page } from '../wording.ts'
import type { Block, ConfirmQuestion, Element } from './block.ts'
import { words } from './block.ts'
import { TextObject } from './mrkdwn.tsx'
import { withEmoji } from './parse-mrkdwn.ts'
import { useStage } from './stage.ts'

/** Slack's question before an element acts. */
export function ElementConfirm(props: {
  question: ConfirmQuestion
  onConfirm: () => void
  onDeny: () => void
}) {
  const { question, onConfirm, onDeny } = props
  return (
    <Confirm
      title={withEmoji(words(question.title))}
      confirm={withEmoji(words(question.confirm)) || say.submit}
      deny={withEmoji(words(question.deny)) || page.cancel}
      danger={question.style === 'danger'}
      onConfirm={onConfirm}
      onDeny={onDeny}
    >
      <p>
        <TextObject text={question.text} />
      </p>
    </Confirm>
  )
}

const classOf = (style: string | undefined) =>
  style === 'primary' || style === 'danger' ? `button button--${style}` : 'button'

/** A button of a block, with its question and its link. */
export function BlockButton({ block, element }: { block: Block; element: Element }) {
  const stage = useStage()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)

  const press = async () => {
    setAsking(false)
    setBusy(true)
    await stage.dispatch(block, element, { text: element.text, value: element.value })
    setBusy(false)
  }
  const click = () => {
    // A second click on its way would be a second decision.
    if (busy) return
    if (element.url !== undefined) window.open(element.url, '_blank', 'noreferrer,noopener')
    if (element.confirm !== undefined) setAsking(true)
    else void press()
  }
  return (
    <>
      <button
        type="button"
        class={classOf(element.style)}
        aria-label={element.accessibility_label}
        aria-busy={busy}
        onClick={click}
      >
        {withEmoji(words(element.text))}
      </button>
      {asking && element.confirm !== undefined && (
        <ElementConfirm
          question={element.confirm}
          onConfirm={() => void press()}
          onDeny={() => {
            setAsking(false)
          }}
        />
      )}
    </>
  )
}
