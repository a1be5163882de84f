// npm run report -- [PERIOD] [--out FOLDER]: the same report without Slack.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { guardFile, makeFolder } from '../../db/guarded.ts'
import { databasePath, readConfig, readServiceHours } from '../config.ts'
import { localOf } from '../core/time/calendar.ts'
import { readPeriod, spanOf } from '../core/time/period.ts'
import { drawUp } from '../report/draw-up.ts'
import { noHistorySentence } from '../wording/history/verdict.ts'
import { problemsSentence } from '../wording/start.ts'
import {
  folderRefuses,
  notBegunSentence,
  reportUsage,
  reportWritten,
} from '../wording/report/asking.ts'

/** Runs the command; the exit code. */
async function run(words: readonly string[]): Promise<number> {
  const read = readConfig(process.env)
  if ('problems' in read) return refuse(problemsSentence(read.problems))
  const given = readWords(words)
  const { config } = read
  const now = Date.now()
  const period = given && readPeriod(given.typed, localOf(now, config.TIME_ZONE).date)
  if (period === null) return refuse(reportUsage('npm run report --'))
  if (spanOf(period, config.TIME_ZONE).from > now) return refuse(notBegunSentence(period))
  const database = databasePath(read)
  let drawn
  try {
    drawn = await drawUp({
      database,
      period,
      drawnUpAt: now,
      zone: config.TIME_ZONE,
      hours: readServiceHours(config.SERVICE_HOURS),
      eurPerUsd: config.EUR_PER_USD ?? null,
    })
  } catch (error) {
    if (isUnreadable(error)) return refuse(noHistorySentence(database))
    throw error
  }
  const folder = given?.folder ?? '.'
  try {
    makeFolder(folder)
    for (const { name, bytes } of drawn.files) {
      guardFile(join(folder, name))
      writeFileSync(join(folder, name), bytes)
    }
  } catch (error) {
    if (codeOf(error) === null) throw error
    return refuse(folderRefuses(folder))
  }
  console.log(reportWritten(drawn.files.map(({ name }) => join(folder, name))))
  return 0
}

function readWords(words: readonly string[]): { typed: string; folder: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { out: { type: 'string', default: '.' } },
      allowPositionals: true,
    })
    return { typed: positionals.join(' '), folder: values.out }
  } catch {
    return null
  }
}

/** Not there, no database, damaged, or without the tables of one of ours. */
function isUnreadable(error: unknown): boolean {
  const isNowhere = error instanceof TypeError && error.message.includes('directory does not exist')
  return isNowhere || codeOf(error)?.startsWith('SQLITE_') === true
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

process.exitCode = await run(process.argv.slice(2))
