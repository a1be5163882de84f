// App Home: what needs the viewer now, what lies with others, what is planned, and what was done last.
import type { types } from '@slack/bolt'
import type { MonthBudget } from '../../core/month-budget.ts'
import type { Declaration } from '../../core/declaration/declaration.ts'
import type { PreElection } from '../../core/house-rules.ts'
import type { Standing } from '../../core/people.ts'
import { current } from '../../core/proposal/proposal.ts'
import { budgetLine } from '../../wording/budget.ts'
import { declarationLine } from '../../wording/declarations.ts'
import { proposalFormTitles } from '../../wording/forms.ts'
import {
  electionListLabel,
  electionListLine,
  preElectionNotice,
} from '../../wording/house-rules.ts'
import {
  andMore,
  homeDay,
  homeHeading,
  homeIntro,
  homeItemLabel,
  homeItemLine,
  homeLists,
  homeMentionLine,
  homePages,
  homePlannedLine,
  homeWithLine,
  proposeHint,
  proposeLabel,
  reviewAloud,
  reviewLabel,
  type HomeList,
} from '../../wording/home.ts'
import { profileLabel, profileLine } from '../../wording/profile.ts'
import { mentionTitle } from '../../wording/moderation/conversation.ts'
import { confirmWords } from '../../wording/card.ts'
import { planLabel, withdrawForm } from '../../wording/plan.ts'
import { outsiderSentence } from '../../wording/refusals.ts'
import { cut, limits } from '../limits.ts'
import {
  actions,
  confirmation,
  context,
  header,
  line,
  link,
  plain,
  rich,
  strong,
  words,
} from '../pieces.ts'
import { excerptOf, publicLinks, shortNames } from '../shown.ts'
import { writeTarget } from '../target.ts'
import type { HomeItem, HomeMention, HomeView, Setting } from '../view.ts'

/** How many entries a list shows at a time: a home has at most a hundred blocks. */
const most: Record<HomeList, number> = { warnings: 5, now: 15, others: 15, planned: 15, recent: 5 }

/** Whether an entry of a list is shown on a page; `index` counts from 0. */
export function isShown(list: HomeList, index: number, page: number): boolean {
  const from = list === 'now' ? (page - 1) * most.now : 0
  return index >= from && index < from + most[list]
}

/** What each may read: what is not public yet stays in the office. */
const lists: Record<Standing, readonly HomeList[]> = {
  officer: ['warnings', 'now', 'others', 'planned', 'recent'],
  staff: ['warnings', 'now', 'others', 'planned', 'recent'],
  outsider: ['recent'],
}

/** Draws App Home. */
export function home(view: HomeView): types.HomeView {
  const setting = shortNames(view)
  return {
    type: 'home',
    blocks: [
      ...(view.standing === 'outsider'
        ? [forOutsiders]
        : [...declaredLines(view, setting), ...entrance(view.budget)]),
      ...lists[view.standing].flatMap((list) => listed(list, view, setting)),
      ...(view.begun ?? []).slice(0, mostBegun).flatMap(electionList),
      ...(view.profile === undefined ? [] : profile(view.profile, view.zone)),
    ],
  }
}

/** App Home where its lists could not be drawn: why, and the way to a new proposal all the same. */
export function brokenHome(sentence: string): types.HomeView {
  return { type: 'home', blocks: [...entrance(null), rich([line(words(sentence))])] }
}

/** What holds for the press office, above everything else; nothing where nothing is declared. */
function declaredLines(
  { declared, preElection }: Pick<HomeView, 'declared' | 'preElection'>,
  setting: Setting,
): types.KnownBlock[] {
  const said = [
    ...declared.map((one) => declarationLine(one, setting)),
    ...preElection.map(preElectionNotice),
  ]
  return said.length === 0
    ? []
    : [rich(said.slice(0, mostDeclared).map((one) => line(strong(one)))), { type: 'divider' }]
}

const mostDeclared = 10

// Who may do nothing here is offered nothing.
const forOutsiders = { type: 'section' as const, text: plain(outsiderSentence, limits.section) }

/** How many times before an election have their list. */
const mostBegun = 2

function electionList(period: PreElection): types.KnownBlock[] {
  return [
    context(electionListLine(period)),
    actions([
      {
        type: 'button',
        action_id: 'election-list',
        text: plain(electionListLabel, limits.button),
        value: `${period.from} ${period.until}`,
        accessibility_label: cut(
          `${electionListLabel}: ${electionListLine(period)}`,
          limits.accessibilityLabel,
        ),
      },
    ]),
  ]
}

/** Quietly, below everything: when somebody looked at the own profile. */
function profile(last: Declaration | null, zone: string): types.KnownBlock[] {
  return [
    { type: 'divider' },
    context(profileLine(last, zone)),
    actions([
      { type: 'button', action_id: 'check-profile', text: plain(profileLabel, limits.button) },
    ]),
  ]
}

function entrance(budget: MonthBudget | null): types.KnownBlock[] {
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
      { type: 'button', action_id: 'plan', text: plain(planLabel, limits.button) },
    ]),
    {
      type: 'context',
      elements: [proposeHint, ...(budget === null ? [] : [budgetLine(budget)])].map((says) =>
        plain(says, limits.section),
      ),
    },
  ]
}

function listed(list: HomeList, view: HomeView, setting: Setting): types.KnownBlock[] {
  const items = view[list]
  const mentions = list === 'now' ? view.mentions : []
  const all = items.length + mentions.length
  const { empty } = homeLists[list]
  if (all === 0 && empty === '') return []
  // What needs the viewer has pages; everything else is read on the cards.
  const pages = list === 'now' ? Math.max(1, Math.ceil(all / most.now)) : 1
  const page = Math.min(view.page, pages)
  const from = list === 'now' ? (page - 1) * most.now : 0
  const shown = items.slice(from, from + most[list])
  const taken = mentions.slice(Math.max(0, from - items.length)).slice(0, most[list] - shown.length)
  const rest = list === 'now' ? 0 : items.length - shown.length
  return [
    { type: 'divider' },
    header(homeHeading(list, all)),
    ...(all === 0 ? [rich([line(words(empty))])] : []),
    ...(list === 'planned'
      ? days(shown, setting)
      : shown.flatMap((item) => entry(list, item, setting))),
    ...taken.map((one) => mention(one, setting)),
    ...(rest === 0 ? [] : [rich([line(words(andMore(rest)))])]),
    ...(pages === 1 ? [] : turning(page, pages)),
  ]
}

/** What goes out by itself, below its day. */
function days(items: readonly HomeItem[], setting: Setting): types.KnownBlock[] {
  const byDay = new Map<string, HomeItem[]>()
  for (const item of items) {
    const day = homeDay(item.proposal, setting)
    byDay.set(day, [...(byDay.get(day) ?? []), item])
  }
  return [...byDay].map(([day, those]) =>
    rich([
      line(strong(day)),
      ...those.flatMap(({ proposal, card }) => {
        const label = homeItemLabel(proposal.number)
        return [
          line(
            words(`${homePlannedLine(proposal, setting)}: `),
            card === null ? words(label) : link(card, label),
          ),
          line(words(excerptOf(current(proposal).content))),
        ]
      }),
    ]),
  )
}

function entry(
  list: Exclude<HomeList, 'planned'>,
  item: HomeItem,
  setting: Setting,
): types.KnownBlock[] {
  const { proposal, card, step, seal } = item
  const label = homeItemLabel(proposal.number)
  const says =
    list === 'others'
      ? homeWithLine(proposal, item.isQueued, setting)
      : homeItemLine(proposal, setting)
  return [
    rich([
      line(card === null ? strong(label) : link(card, label), words(` ${says}`)),
      line(words(excerptOf(current(proposal).content))),
      ...(list === 'recent' || list === 'warnings' ? publicLinks(proposal) : []),
    ]),
    ...(list === 'now' && (step === 'approve' || step === 'cosign')
      ? [actions([atHome('review', reviewLabel, reviewAloud(proposal.number), seal)])]
      : []),
    ...(list === 'others' && step === 'withdraw' ? [actions([withdrawal(item)])] : []),
  ]
}

/** What waits out of sight has no card to withdraw it on. */
function withdrawal({ proposal: { number }, seal }: HomeItem): types.Button {
  const asks = confirmWords('withdraw', null, { number, online: 0 })
  const aloud = `${withdrawForm.submit}: ${homeItemLabel(number)}`
  return {
    ...atHome('withdraw-queued', withdrawForm.submit, aloud, seal),
    ...(asks !== null && { confirm: confirmation(asks) }),
  }
}

function atHome(id: string, label: string, aloud: string, seal: string): types.Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(label, limits.button),
    value: writeTarget(seal),
    accessibility_label: cut(aloud, limits.accessibilityLabel),
  }
}

function mention({ number, due, card }: HomeMention, setting: Setting): types.KnownBlock {
  const label = mentionTitle(number)
  const says = ` ${homeMentionLine(due, setting)}`
  return rich([line(card === null ? strong(label) : link(card, label), words(says))])
}

function turning(page: number, pages: number): types.KnownBlock[] {
  const turn = (id: string, label: string, to: number): types.Button => ({
    type: 'button',
    action_id: id,
    text: plain(label, limits.button),
    value: String(to),
  })
  return [
    { type: 'context', elements: [plain(homePages.of(page, pages), limits.section)] },
    actions([
      ...(page > 1 ? [turn('home-page-before', homePages.before, page - 1)] : []),
      ...(page < pages ? [turn('home-page-after', homePages.after, page + 1)] : []),
    ]),
  ]
}
