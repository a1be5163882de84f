import { useState } from 'preact/hooks'
import { MoreIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { slack } from '../wording.ts'
import type { Block, Element, Option } from './block.ts'
import { ElementConfirm } from './button.tsx'
import { withEmoji } from './parse-mrkdwn.ts'
import { useStage } from './stage.ts'

/** The three dots with a few more actions. */
export function Overflow({ block, element }: { block: Block; element: Element }) {
  const stage = useStage()
  const [asking, setAsking] = useState<Option | null>(null)
  const take = (option: Option) => {
    setAsking(null)
    void stage.dispatch(block, element, { selected_option: option })
  }
  return (
    <>
      <Menu
        label={element.accessibility_label ?? slack.moreSteps}
        face={<MoreIcon />}
        buttonClass="button button--icon"
      >
        {(close) =>
          (element.options ?? []).map((option) => (
            <button
              type="button"
              class="menu__item"
              key={option.value}
              onClick={() => {
                close()
                if (option.url !== undefined) window.open(option.url, '_blank', 'noreferrer')
                if (element.confirm === undefined) take(option)
                else setAsking(option)
              }}
            >
              {withEmoji(option.text.text)}
            </button>
          ))
        }
      </Menu>
      {asking !== null && element.confirm !== undefined && (
        <ElementConfirm
          question={element.confirm}
          onConfirm={() => {
            take(asking)
          }}
          onDeny={() => {
            setAsking(null)
          }}
        />
      )}
    </>
  )
}
