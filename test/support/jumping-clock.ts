// To be loaded before a program: its wall clock can be set from outside, and what passes goes on being measured.
// On SIGUSR2, and when the process goes on after a SIGSTOP, the clock is set by the milliseconds that stand in the
// file JUMP_FILE names. X's clock is taken to be set with it: what is signed bears real time, which the local X
// measures by.
import { createRequire } from 'node:module'
import { existsSync, readFileSync, rmSync } from 'node:fs'

const file = process.env.JUMP_FILE ?? ''
const RealDate = Date
let ahead = 0

function jump(): void {
  if (!existsSync(file)) return
  ahead += Number(readFileSync(file, 'utf8'))
  rmSync(file)
}
process.on('SIGUSR2', jump)
process.on('SIGCONT', jump)

class JumpingDate extends RealDate {
  constructor(at: number | string | Date = RealDate.now() + ahead) {
    super(at)
  }
  static override now(): number {
    return RealDate.now() + ahead
  }
}
Object.assign(globalThis, { Date: JumpingDate })

type Signing = { default: { prototype: { getTimestamp: () => number } } }
const signing = createRequire(import.meta.url)(
  'twitter-api-v2/dist/cjs/client-mixins/oauth1.helper.js',
) as Signing
signing.default.prototype.getTimestamp = () => Math.trunc(RealDate.now() / 1000)
