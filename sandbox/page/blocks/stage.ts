// Where blocks stand (a message, a form, App Home) and what its elements can reach there.

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ActAnswer } from '../../contract.ts'
import type { Block, Element } from './block.ts'
import type { Value, Values } from './values.ts'

export type Stage = {
  values: Values
  /** Keeps what an element holds now. */
  keep: (block: Block, element: Element, value: Value) => void
  /** Sends a block action; payload as Slack would send it. */
  dispatch: (block: Block, element: Element, payload: Record<string, unknown>) => Promise<ActAnswer>
  /** Complaints beside the fields, by block_id. */
  errors: Record<string, string>
}

export const StageContext = createContext<Stage | null>(null)

/** The stage of the blocks around. Throws outside of blocks. */
export function useStage(): Stage {
  const stage = useContext(StageContext)
  if (stage === null) throw new Error('useStage outside of a stage')
  return stage
}
