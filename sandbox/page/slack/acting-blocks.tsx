import { useState } from 'preact/hooks'
import type { Act } from '../../contract.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { readBlocks } from '../blocks/block.ts'
import type { Values } from '../blocks/values.ts'
import { StageContext } from '../blocks/stage.ts'
import { useSandbox } from '../sandbox-context.ts'

type Container = Extract<Act, { act: 'action' }>['container']

/** Blocks of a message or of App Home: what is chosen there acts at once. */
export function ActingBlocks(props: {
  blocks: unknown
  container: Container
  heading?: 'h3' | 'h4'
}) {
  const { act } = useSandbox()
  const [values, setValues] = useState<Values>({})
  return (
    <StageContext.Provider
      value={{
        values,
        errors: {},
        keep: (block, element, value) => {
          setValues((held) => keepValue(held, block.block_id, element.action_id, value))
        },
        dispatch: (block, element, payload) =>
          act({
            act: 'action',
            container: props.container,
            action: {
              ...payload,
              block_id: block.block_id ?? '',
              action_id: element.action_id ?? '',
              type: element.type,
            },
          }),
      }}
    >
      <Blocks blocks={readBlocks(props.blocks)} heading={props.heading ?? 'h4'} />
    </StageContext.Provider>
  )
}

/** The values with one more held. */
export function keepValue(
  held: Values,
  blockId = '',
  actionId = '',
  value: Values[string][string],
): Values {
  return { ...held, [blockId]: { ...held[blockId], [actionId]: value } }
}
