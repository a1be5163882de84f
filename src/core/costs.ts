// What networks were paid, summed up in one way for the report and for the budget.

export type CostFigures = {
  byCharge: readonly { charge: string; count: number; usd: number }[]
  usd: number
}

/** The costs of a span in USD, by what was charged for: at the prices of the day where these are on record (`price` in
 * USD for one), else at today's. */
export function costsOf(
  spent: readonly { charge: string; count: number; price: number | null }[],
  usd: (charge: string, count: number) => number,
): CostFigures {
  const costs = new Map<string, { count: number; usd: number }>()
  for (const { charge, count, price } of spent) {
    const before = costs.get(charge) ?? { count: 0, usd: 0 }
    const cost = price === null ? usd(charge, count) : price * count
    costs.set(charge, { count: before.count + count, usd: before.usd + cost })
  }
  const byCharge = [...costs]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([charge, { count, usd: cost }]) => ({ charge, count, usd: toTheMill(cost) }))
  return { byCharge, usd: toTheMill(byCharge.reduce((sum, each) => sum + each.usd, 0)) }
}

function toTheMill(usd: number): number {
  return Math.round(usd * 1000) / 1000
}
