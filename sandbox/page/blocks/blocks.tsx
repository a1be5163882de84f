import { useId } from 'preact/hooks'
import { blocks as say } from '../wording.ts'
import type { Block, Element } from './block.ts'
import { words } from './block.ts'
import { ActiveElement } from './element.tsx'
import { InputBlock } from './input-block.tsx'
import { TextObject } from './mrkdwn.tsx'
import { withEmoji } from './parse-mrkdwn.ts'
import { RichText } from './rich-text.tsx'
import type { RichElement, Text } from './block.ts'

function Section({ block }: { block: Block }) {
  const id = useId()
  return (
    <div class="section">
      <div class="section__text" id={id}>
        <TextObject text={block.text} />
        {block.fields !== undefined && (
          <div class="section__fields">
            {block.fields.map((field, at) => (
              <div key={at}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory !== undefined && (
        <div class="section__accessory">
          <ActiveElement block={block} element={block.accessory} labelledBy={id} />
        </div>
      )}
    </div>
  )
}

function Context({ block }: { block: Block }) {
  return (
    <div class="context">
      {((block.elements ?? []) as Element[]).map((element, at) =>
        element.type === 'image' ? (
          <img key={at} src={element.image_url} alt={element.alt_text ?? ''} />
        ) : (
          <span key={at}>
            <TextObject text={element as unknown as Text} />
          </span>
        ),
      )}
    </div>
  )
}

function Picture({ block }: { block: Block }) {
  return (
    <figure class="picture">
      {block.title !== undefined && <figcaption>{withEmoji(words(block.title))}</figcaption>}
      <img src={block.picture ?? block.image_url} alt={block.alt_text ?? ''} />
    </figure>
  )
}

function Table({ block }: { block: Block }) {
  const [head = [], ...rows] = block.rows ?? []
  const cell = (one: { text?: string; elements?: RichElement[] }) =>
    one.elements === undefined ? withEmoji(one.text ?? '') : <RichText elements={one.elements} />
  return (
    <div class="table-frame">
      <table>
        <thead>
          <tr>
            {head.map((one, at) => (
              <th scope="col" key={at}>
                {cell(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((one, column) => (
                <td key={column}>{cell(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OneBlock({ block, heading }: { block: Block; heading: 'h3' | 'h4' }) {
  const Heading = heading
  switch (block.type) {
    case 'section':
      return <Section block={block} />
    case 'header':
      return <Heading class="block-header">{withEmoji(words(block.text))}</Heading>
    case 'context':
      return <Context block={block} />
    case 'divider':
      return <hr />
    case 'actions':
      return (
        <div class="actions">
          {((block.elements ?? []) as Element[]).map((element, at) => (
            <ActiveElement key={element.action_id ?? at} block={block} element={element} />
          ))}
        </div>
      )
    case 'rich_text':
      return <RichText elements={block.elements as RichElement[]} />
    case 'image':
      return <Picture block={block} />
    case 'input':
      return <InputBlock block={block} />
    case 'table':
      return <Table block={block} />
    case 'markdown':
      return <TextObject text={{ type: 'plain_text', text: words(block.text) }} />
    default:
      return <p>{say.unknown(block.type)}</p>
  }
}

/** Blocks in their order. Needs a stage around it. */
export function Blocks({ blocks, heading = 'h4' }: { blocks: Block[]; heading?: 'h3' | 'h4' }) {
  return (
    <div class="blocks">
      {blocks.map((block) => (
        <OneBlock key={block.block_id} block={block} heading={heading} />
      ))}
    </div>
  )
}
