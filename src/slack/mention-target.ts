// Which mention or measure a button or form is about: what Slack carries for us and gives back.

/** "12" */
export function writeNumber(number: number): string {
  return String(number)
}

/** Reads what `writeNumber` wrote; null for anything else. */
export function readNumber(written: string): number | null {
  return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : null
}
