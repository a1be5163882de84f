// Which messages show what citizens wrote, or who they are: these are never written where strangers read.
import type { Drawing } from '../desk/ports/newsroom.ts'

/** Whether a drawing shows citizens' words or names as they are now. */
export function showsCitizensWords(drawing: Drawing): boolean {
  switch (drawing.draw) {
    case 'card':
      return drawing.answers?.mention.words != null
    case 'mention-card':
    case 'mention':
      return drawing.mention.words !== null
    case 'request':
      return drawing.mentions.some(({ words }) => words !== null)
    case 'mention-note':
      return drawing.event.type === 'contributed' && drawing.event.text !== ''
    case 'measure-card':
      return drawing.mention?.words != null || drawing.reason !== null || drawing.address !== null
    case 'flood':
      return drawing.newest.some(({ mention }) => mention.words !== null)
    case 'erasure':
      return drawing.handle !== null
    case 'receipt':
    case 'call':
    case 'alarm':
    case 'alarm-to':
    case 'reminder':
    case 'note':
    case 'request-due':
    case 'emergency-call':
    case 'alert':
    case 'flood-alarm':
    case 'digest':
    case 'morning':
    case 'history-differs':
    case 'measure-note':
    case 'trouble':
    case 'readable-again':
    case 'many-vanished':
    case 'reading-costs':
    case 'month-budget':
    case 'mentions-missing':
    case 'access':
    case 'declaration':
    case 'stand-in':
    case 'released':
    case 'feed-item':
    case 'feed-others':
    case 'warning':
    case 'report':
      return false
  }
}
