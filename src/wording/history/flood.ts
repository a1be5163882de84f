// The life of a flood in sentences.
import type { RecordedInFlood } from '../../core/flood/flood.ts'
import { count } from '../numbers.ts'

/** What happened to a flood. */
export function floodHappened(event: RecordedInFlood): string {
  switch (event.type) {
    case 'began':
      return 'Es kommen sehr viele Erwähnungen; sie werden gesammelt.'
    case 'collected':
      return `Gesammelt: Erwähnung ${event.posts.map(({ mention }) => mention).join(', ')}.`
    case 'relisted':
      return 'Eine gesammelte Erwähnung hat sich geändert.'
    case 'left': {
      const { length } = event.conversations
      return length === 1
        ? 'Eine steht nicht mehr in der Sammlung.'
        : `${count(length)} stehen nicht mehr in der Sammlung.`
    }
    case 'ended':
      return 'Abgeebbt.'
  }
}
