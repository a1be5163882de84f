// Which proposal and version a button or form is about: what Slack carries for us and gives back.

export type Target = { number: number; version: number }

/** "17/2" */
export function writeTarget({ number, version }: Target): string {
  return `${number}/${version}`
}

/** Reads what `writeTarget` wrote; null for anything else. */
export function readTarget(written: string): Target | null {
  const [, number, version] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(written) ?? []
  return number === undefined ? null : { number: Number(number), version: Number(version) }
}
