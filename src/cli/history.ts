// npm run history -- verify | show NUMBER: reads history beside the running office.
import { readDatabase } from '../../db/database.ts'
import { history } from '../../db/history.ts'
import { people } from '../../db/people.ts'
import { databasePath, readConfig } from '../config.ts'
import {
  brokenSentence,
  lifeLines,
  noHistorySentence,
  noProposalSentence,
  usage,
  wholeSentence,
} from '../wording/history.ts'
import { problemsSentence } from '../wording/start.ts'

/** Runs one command; the exit code: 0 for an answer, 1 for a history that is not whole or not there. */
function run(words: readonly string[]): number {
  const read = readConfig(process.env)
  if ('problems' in read) {
    console.error(problemsSentence(read.problems))
    return 1
  }
  const [command, number] = words
  let db
  try {
    db = readDatabase(databasePath(read))
  } catch {
    console.error(noHistorySentence(databasePath(read)))
    return 1
  }
  const past = history(db)
  if (command === 'verify' && words.length === 1) {
    const verdict = past.verify()
    if (verdict.whole) console.log(wholeSentence(verdict, databasePath(read)))
    else console.error(brokenSentence(verdict))
    return verdict.whole ? 0 : 1
  }
  if (command === 'show' && words.length === 2 && /^[1-9]\d{0,8}$/.test(number ?? '')) {
    const life = past.life(Number(number))
    if (life.length === 0) {
      console.error(noProposalSentence(Number(number)))
      return 1
    }
    const who = people(db)
    const name = (actor: number) => who.slackUser(actor)
    console.log(lifeLines(Number(number), life, { name, zone: read.config.TIME_ZONE }).join('\n'))
    return 0
  }
  console.error(usage)
  return 1
}

process.exitCode = run(process.argv.slice(2))
