// npm run history -- verify [--seal SEAL] | show [KIND] NUMBER: reads history beside the running office.
import { readDatabase, type Db } from '../../db/database.ts'
import { verify } from '../../db/history.ts'
import { lives } from '../../db/lives.ts'
import { mentions } from '../../db/mentions.ts'
import { people } from '../../db/people.ts'
import { databasePath, readConfig } from '../config.ts'
import { anchorIn, type Anchor } from '../core/anchor.ts'
import type { KindOfMatter } from '../core/matter.ts'
import { lifeLines, matterNamed, noMatterSentence, type EventOf } from '../wording/history/lives.ts'
import type { Telling } from '../wording/history/telling.ts'
import {
  brokenSentence,
  noHistorySentence,
  usage,
  wholeSentence,
} from '../wording/history/verdict.ts'
import { problemsSentence } from '../wording/start.ts'

/** Runs one command; the exit code: 0 for an answer, 1 for a history that is not whole or not there. */
function run(words: readonly string[]): number {
  const read = readConfig(process.env)
  if ('problems' in read) {
    console.error(problemsSentence(read.problems))
    return 1
  }
  const path = databasePath(read)
  let db
  try {
    db = readDatabase(path)
  } catch {
    console.error(noHistorySentence(path))
    return 1
  }
  const [command, ...what] = words
  const anchor = command === 'verify' ? anchorOf(what) : null
  if (anchor !== null) return tellWhole(db, path, anchor === 'none' ? null : anchor)
  const named = command === 'show' ? matterOf(what) : null
  if (named === null) {
    console.error(usage)
    return 1
  }
  const who = people(db)
  return show(db, named, { name: (actor) => who.slackUser(actor), zone: read.config.TIME_ZONE })
}

/** "verify" alone, or with the seal somebody noted. Null for anything else. */
function anchorOf(what: readonly string[]): Anchor | 'none' | null {
  if (what.length === 0) return 'none'
  const [option, text = ''] = what
  return option === '--seal' && what.length === 2 ? anchorIn(text) : null
}

function tellWhole(db: Db, path: string, anchor: Anchor | null): number {
  const verdict = verify(db, anchor)
  if (verdict.whole) console.log(wholeSentence(verdict, path))
  else console.error(brokenSentence(verdict))
  return verdict.whole ? 0 : 1
}

/** "17" is a proposal; anything else is named before its number. Null for what names nothing. */
function matterOf(what: readonly string[]): { about: KindOfMatter; number: number } | null {
  const [kind, number] = what.length === 1 ? ['Vorschlag', what[0]] : what
  const about = what.length > 2 ? null : matterNamed(kind)
  return about !== null && /^[1-9]\d{0,8}$/.test(number ?? '')
    ? { about, number: Number(number) }
    : null
}

function show(db: Db, named: { about: KindOfMatter; number: number }, telling: Telling): number {
  const { about, number } = named
  // Staff know mentions by their numbers; what happened to one is told with its conversation.
  const matter = about === 'conversation' ? (mentions(db).get(number)?.conversation ?? 0) : number
  const life = lives<EventOf[KindOfMatter]>(db, about).life(matter)
  if (life.length === 0) {
    console.error(noMatterSentence(named))
    return 1
  }
  console.log(lifeLines(named, life, telling).join('\n'))
  return 0
}

process.exitCode = run(process.argv.slice(2))
