// Everything shown carries a seal: which event of which life was seen. Numbers alone can come to mean something
// else: an older copy of the database, put back, gives them out again, while the cards stay in Slack.
import { kindsOfMatter, type About } from '../core/matter.ts'

/** `position` is that of the event that made what was seen, `hash` the beginning of its hash in the chain. */
export type Seal = { about: About; number: number; position: number; hash: string }

/** "proposal/17/1/9f86d081884c7d65" */
export function sealText({ about, number, position, hash }: Seal): string {
  return `${about}/${number}/${position}/${hash}`
}

/** Reads what `sealText` wrote; null for anything else. */
export function readSeal(text: string): Seal | null {
  const [, kind, number, position, hash] =
    /^([a-z-]{1,20})\/([1-9]\d{0,8})\/([1-9]\d{0,8})\/([0-9a-f]{16})$/.exec(text) ?? []
  const about = kindsOfMatter.find((one) => one === kind)
  return about === undefined || hash === undefined
    ? null
    : { about, number: Number(number), position: Number(position), hash }
}

/** As much of a hash as a seal carries: enough that nobody meets it by chance. */
export function beginningOf(hash: string | null): string {
  return (hash ?? '').slice(0, 16).padEnd(16, '0')
}
