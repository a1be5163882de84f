// Numbers and money as the office writes them.

const counts = new Intl.NumberFormat('de-DE')
const dollars = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 3,
})

/** "1.234" */
export function count(number: number): string {
  return counts.format(number)
}

/** "0,20 USD"; a third digit only where it says something: "0,015 USD". */
export function money(usd: number): string {
  return `${dollars.format(usd)} USD`
}

/** "Teil 1", "Teil 1 und 2", "Teil 1 bis 3": parts numbered from 1 without a gap. */
export function partsFromTo(first: number, last: number): string {
  if (first === last) return `Teil ${first}`
  return `Teil ${first} ${last === first + 1 ? 'und' : 'bis'} ${last}`
}

/** "(292 von 280 Zeichen)" */
export function lengthOf(length: number, limit: number): string {
  return `(${count(length)} von ${count(limit)} Zeichen)`
}

const money2 = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const tenths = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 })

/** "83 %", of a share between 0 and 1. */
export function percent(share: number): string {
  return `${count(Math.round(share * 100))} %`
}

/** "1,20": an amount of money without its currency. */
export function amount(value: number): string {
  return money2.format(value)
}

/** "12,5" */
export function decimal(value: number): string {
  return tenths.format(value)
}

/** "3 Std. 20 Min.", of milliseconds. */
export function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? `${minutes} Min.` : `${hours} Std. ${minutes % 60} Min.`
}
