// Which text a button or form is about: what Slack carries for us and gives back.

/** `hash` is the fingerprint of the version that was seen. Numbers alone can come to mean another text: an
 * older copy of the database, put back, gives them out again, while the cards stay in Slack. */
export type Target = { number: number; version: number; hash: string }

/** "17/2/9f86d0…" */
export function writeTarget({ number, version, hash }: Target): string {
  return `${number}/${version}/${hash}`
}

/** Reads what `writeTarget` wrote; null for anything else. */
export function readTarget(written: string): Target | null {
  const [, number, version, hash] =
    /^([1-9]\d{0,8})\/([1-9]\d{0,8})\/(\d+:[0-9a-f]{64})$/.exec(written) ?? []
  return number === undefined || hash === undefined
    ? null
    : { number: Number(number), version: Number(version), hash }
}
