// The words of App Home.
import { kinds } from '../core/kinds.ts'
import { current, isOpenWarning, type Proposal } from '../core/proposal/proposal.ts'
import { isUrgent } from '../core/proposal/urgency.ts'
import { count } from './numbers.ts'
import { nameOf, type Setting } from './people.ts'
import { stateTitle } from './state.ts'
import { moment } from './time.ts'

export type HomeList = 'warnings' | 'consents' | 'waiting' | 'mine' | 'published'

export const homeIntro =
  'Beiträge vorschlagen, freigeben und veröffentlichen – nach dem Vier-Augen-Prinzip.'
export const proposeLabel = 'Beitrag vorschlagen'
export const proposeHint = 'Oder geben Sie in einem Kanal /vorschlag ein.'

/** Headings of the lists, and what stands there while they are empty. */
export const homeLists: Record<HomeList, { heading: string; empty: string }> = {
  // Shown only where there are any.
  warnings: { heading: 'Offene Warnungen', empty: '' },
  consents: { heading: 'Einwilligung abgelaufen', empty: '' },
  waiting: {
    heading: 'Wartet auf Freigabe',
    empty: 'Zurzeit wartet kein Vorschlag auf eine Entscheidung.',
  },
  mine: {
    heading: 'Meine Vorschläge',
    empty: 'Sie haben zurzeit keinen offenen Vorschlag. Ideen sind willkommen!',
  },
  published: {
    heading: 'Zuletzt veröffentlicht',
    empty: 'Noch ist nichts veröffentlicht. Das ändert sich mit dem ersten Vorschlag.',
  },
}

/** "Vorschlag 17" */
export function homeItemLabel(number: number): string {
  return `Vorschlag ${number}`
}

/** State and author of one entry. */
export function homeItemLine(proposal: Proposal, setting: Setting): string {
  const { stage, versions } = proposal
  const by = `von ${nameOf(setting, versions[0].by)}`
  const { warning } = current(proposal).content
  if (warning !== undefined && isOpenWarning(proposal)) {
    const until = moment(warning.validUntil, setting.zone)
    return proposal.lapsedAt === null
      ? `${by}, gilt bis ${until}`
      : `${by}, galt bis ${until}: Entscheidung nötig`
  }
  const urgent = isUrgent(current(proposal).content) ? 'Eilt: ' : ''
  if (stage.is !== 'published') return `${urgent}${by}: ${stateTitle(proposal)}`
  const { kind, original } = current(proposal).content
  const at = moment(stage.at, setting.zone)
  if (kinds[kind].deletes && original !== undefined) {
    return `${by}, ${homeItemLabel(original.proposal)} gelöscht am ${at}`
  }
  const gone = proposal.followed.find((one) => one.kind === 'retraction')
  const since = gone === undefined ? '' : `, gelöscht am ${moment(gone.at, setting.zone)}`
  return `${by}, veröffentlicht am ${at}${since}`
}

/** What a list does not show any more. */
export function andMore(number: number): string {
  return number === 1 ? '… und ein weiterer.' : `… und ${count(number)} weitere.`
}
