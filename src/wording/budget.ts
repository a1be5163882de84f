// The words about what X costs the office.
import type { Instant } from '../core/content.ts'
import { highPrice, type MonthBudget, type Strain } from '../core/month-budget.ts'
import { questionTitle, type ConfirmWords } from './card.ts'
import { count, money, percent } from './numbers.ts'

const months = new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', month: 'long' })

/** "November": networks charge by UTC days. */
function monthName(at: Instant): string {
  return months.format(at)
}

/** "8,20 von 40 USD" */
function ofBudget(spent: number, budget: number): string {
  return `${money(spent).replace(' USD', '')} von ${count(budget)} USD`
}

/** What publishing it costs, where that matters: where it is much, or where the month's budget is nearly used up. Null
 * everywhere else. */
export function priceLine(price: number, strain: Strain): string | null {
  const costs = `Kosten: ${money(price)}`
  if (strain?.is === 'near') {
    return `${costs}; im ${monthName(strain.at)} sind ${ofBudget(strain.spent, strain.budget)} ausgegeben`
  }
  return strain !== null || price >= highPrice ? costs : null
}

/** That it costs more than is left; null where it does not. */
export function exceededLine(strain: Strain): string | null {
  if (strain?.is !== 'exceeded') return null
  const { at, spent, budget } = strain
  return `Über dem Monatsbudget: Damit wären im ${monthName(at)} ${ofBudget(spent, budget)} ausgegeben.`
}

/** One line of App Home. */
export function budgetLine({ at, spent, budget }: MonthBudget): string {
  return `Ausgaben für X im ${monthName(at)}: ${ofBudget(spent, budget)} (${percent(spent / budget)})`
}

/** What the approval channel hears of a month, each once. */
export function monthBudgetSentence(news: {
  is: 'near' | 'over' | 'free'
  at: Instant
  spent: number
  budget: number
}): string {
  const { is, at, spent, budget } = news
  const month = monthName(at)
  switch (is) {
    case 'near':
      return `Im ${month} sind für X ${ofBudget(spent, budget)} ausgegeben. Reicht der Rest für einen Beitrag nicht, fragt Amtsfunk bei der Freigabe nach.`
    case 'over':
      return `Das Budget für X im ${month} ist aufgebraucht (${ofBudget(spent, budget)}). Bis zum Monatsende fragt Amtsfunk bei jeder Freigabe nach, außer bei Warnungen und Entwarnungen.`
    case 'free':
      return `Ein neuer Monat: Im ${month} stehen für X wieder ${count(budget)} USD bereit.`
  }
}

/** The question before something is approved that costs more than is left. */
export function exceededQuestion(label: string, number: number, strain: Strain): ConfirmWords {
  const text = `${exceededLine(strain) ?? ''} Der Beitrag geht dann trotzdem hinaus.`.trim()
  return { title: questionTitle(label, number), text, confirm: label, deny: 'Abbrechen' }
}

/** Why a reaction or an older button does not approve it. */
export function overBudgetSentence({ spent, budget }: { spent: number; budget: number }): string {
  return `Nicht freigegeben: Mit diesem Beitrag wären in diesem Monat ${ofBudget(spent, budget)} für X ausgegeben. Soll er trotzdem hinausgehen, wählen Sie bitte auf der Karte „Trotzdem freigeben“.`
}
