// App Home: what waits for the viewer, and the way to a new proposal.
import type { types } from '@slack/bolt'
import type { Declaration } from '../../core/declaration/declaration.ts'
import type { Standing } from '../../core/people.ts'
import { current } from '../../core/proposal/proposal.ts'
import { declarationLine } from '../../wording/declarations.ts'
import {
  andMore,
  homeIntro,
  homeItemLabel,
  homeItemLine,
  homeLists,
  proposeHint,
  proposeLabel,
  type HomeList,
} from '../../wording/home.ts'
import { proposalFormTitles } from '../../wording/forms.ts'
import { outsiderSentence } from '../../wording/refusals.ts'
import { limits } from '../limits.ts'
import { actions, header, line, link, plain, rich, strong, words } from '../pieces.ts'
import { excerptOf, publicLinks, shortNames } from '../shown.ts'
import type { HomeItem, HomeView, Setting } from '../view.ts'

/** How many entries a list shows: a home has at most a hundred blocks. */
const most: Record<HomeList, number> = {
  ...{ warnings: 10, consents: 10, waiting: 20, mine: 20, published: 10 },
}

const mostDeclared = 10

/** What each may read: who decides sees first what waits, and what is not public yet stays in the office. */
const lists: Record<Standing, readonly HomeList[]> = {
  officer: ['warnings', 'consents', 'waiting', 'mine', 'published'],
  staff: ['warnings', 'mine', 'waiting', 'published'],
  outsider: ['published'],
}

/** Draws App Home. */
export function home(view: HomeView): types.HomeView {
  const setting = shortNames(view)
  return {
    type: 'home',
    blocks: [
      ...(view.standing === 'outsider'
        ? [forOutsiders]
        : [...declaredLines(view.declared, setting), ...entrance()]),
      ...lists[view.standing].flatMap((list) => listed(list, view[list], setting)),
    ],
  }
}

/** App Home where its lists could not be drawn: why, and the way to a new proposal all the same. */
export function brokenHome(sentence: string): types.HomeView {
  return { type: 'home', blocks: [...entrance(), rich([line(words(sentence))])] }
}

/** What holds for the press office, above everything else; nothing where nothing is declared. */
function declaredLines(declared: readonly Declaration[], setting: Setting): types.KnownBlock[] {
  return declared.length === 0
    ? []
    : [
        rich(
          declared.slice(0, mostDeclared).map((one) => line(strong(declarationLine(one, setting)))),
        ),
        { type: 'divider' },
      ]
}

// Who may do nothing here is offered nothing.
const forOutsiders = { type: 'section' as const, text: plain(outsiderSentence, limits.section) }

function entrance(): types.KnownBlock[] {
  return [
    { type: 'section', text: plain(homeIntro, limits.section) },
    actions([
      {
        type: 'button',
        action_id: 'propose',
        text: plain(proposeLabel, limits.button),
        style: 'primary',
      },
      {
        type: 'button',
        action_id: 'propose-warning',
        text: plain(proposalFormTitles.warning, limits.button),
      },
    ]),
    { type: 'context', elements: [plain(proposeHint, limits.section)] },
  ]
}

function listed(list: HomeList, items: readonly HomeItem[], setting: Setting): types.KnownBlock[] {
  const { heading, empty } = homeLists[list]
  if (items.length === 0 && empty === '') return []
  const shown = items.slice(0, most[list])
  const rest = items.length - shown.length
  return [
    { type: 'divider' },
    header(heading),
    ...(shown.length === 0 ? [rich([line(words(empty))])] : []),
    ...shown.map((item) => entry(item, setting)),
    ...(rest === 0 ? [] : [rich([line(words(andMore(rest)))])]),
  ]
}

function entry({ proposal, card }: HomeItem, setting: Setting): types.KnownBlock {
  const label = homeItemLabel(proposal.number)
  return rich([
    line(
      card === null ? strong(label) : link(card, label),
      words(` ${homeItemLine(proposal, setting)}`),
    ),
    line(words(excerptOf(current(proposal).content))),
    ...(proposal.stage.is === 'published' ? publicLinks(proposal) : []),
  ])
}
