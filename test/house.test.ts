// The rooms of the house and their doors, as eslint.config.js keeps them.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'

// Only the rules about rooms, which need no types: the snippets are not files of the project.
const eslint = new ESLint({
  overrideConfig: [tseslint.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-') || ruleId === 'no-console',
})

/** What the house rules say about a file with this content, one line each. */
async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return result!.messages.map(({ ruleId, message }) => `${ruleId ?? 'syntax'}: ${message}`)
}

test.each([
  ['src/core/decide.ts', `import { parts } from './content.ts'`],
  ['src/core/decide.ts', `import { createHash } from 'node:crypto'`],
  ['src/core/time/calendar.ts', `import { Temporal } from 'temporal-polyfill'`],
  ['src/core/time/calendar.ts', `export const at = (now: number) => new Date(now)`],
  ['src/core/time/calendar.ts', `export const at = (text: string) => Date.parse(text)`],
  ['src/wording/card.ts', `import type { Proposal } from '../core/proposal.ts'`],
  ['src/wording/parts/date.ts', `import { localOf } from '../../core/calendar.ts'`],
  ['src/networks/x/publish.ts', `import type { Network } from '../../desk/ports/network.ts'`],
  ['src/networks/x/publish.ts', `import type { Outcome } from '../../core/outcome.ts'`],
  ['src/networks/x/publish.ts', `import { TwitterApi } from 'twitter-api-v2'`],
  ['src/pictures/prepare.ts', `import sharp from 'sharp'`],
  ['src/report/figures.ts', `import { title } from '../wording/report.ts'`],
  ['src/slack/app.ts', `import { commands } from '../../commands/index.ts'`],
  ['src/slack/app.ts', `import type { Desk } from '../desk/desk.ts'`],
  ['src/slack/app.ts', `export type { Desk } from '../desk/desk.ts'`],
  ['src/slack/cards/card.ts', `import { sentence } from '../../wording/card.ts'`],
  ['commands/propose.ts', `import { sentence } from '../src/wording/card.ts'`],
  ['commands/propose.ts', `import type { Desk } from '../src/desk/desk.ts'`],
  ['db/history.ts', `import type { Recorded } from '../src/core/proposal/proposal.ts'`],
  ['db/history.ts', `import Database from 'better-sqlite3'`],
  ['src/desk/desk.ts', `import { history } from '../../db/history.ts'`],
  ['src/desk/desk.ts', `import { decide } from '../core/proposal/decide.ts'`],
  ['src/desk/desk.ts', `import type { Network } from './ports/network.ts'`],
  ['src/desk/desk.ts', `import { mailroom } from './mailroom.ts'`],
  ['src/desk/mailroom.ts', `import type { Drawing } from './ports/newsroom.ts'`],
  ['src/office/jobs.ts', `import type { Desk } from '../desk/desk.ts'`],
  ['sandbox/sandbox.ts', `import { startSlack } from './slack/slack.ts'`],
  ['sandbox/page/slack/message.ts', `import type { Message } from '../../contract.ts'`],
  ['src/office/office.ts', `import { connect } from '../slack/bolt.ts'`],
  ['src/trial.ts', `import { startSandbox } from '../sandbox/sandbox.ts'`],
  ['src/trial.ts', `import { openOffice } from './office/office.ts'`],
  ['src/main.ts', `import { startSandbox } from '../sandbox/sandbox.ts'`],
  [
    'src/main.ts',
    `console.log('Amtsfunk'); export const sandbox = import('../sandbox/sandbox.ts')`,
  ],
  ['src/cli/history.ts', `console.log('whole')`],
  ['test/scenarios/twice.test.ts', `import { startSandbox } from '../../sandbox/sandbox.ts'`],
])('%s may say: %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([])
})

test.each([
  // Who may import whom.
  ['src/core/decide.ts', `import { sentence } from '../wording/card.ts'`, 'src/core may import'],
  ['src/core/decide.ts', `import type { Db } from '../../db/database.ts'`, 'src/core may import'],
  ['src/core/decide.ts', `export * from '../desk/desk.ts'`, 'src/core may import'],
  ['src/wording/card.ts', `import type { Desk } from '../desk/desk.ts'`, 'src/wording may import'],
  ['src/wording/a/b.ts', `import { view } from '../../slack/view.ts'`, 'src/wording may import'],
  ['src/networks/x/x.ts', `import { text } from '../../wording/x.ts'`, 'src/networks may import'],
  ['src/networks/x/x.ts', `import { db } from '../../../db/history.ts'`, 'src/networks may import'],
  ['src/report/pdf.ts', `import { history } from '../../db/history.ts'`, 'src/report may import'],
  ['src/pictures/a.ts', `import { desk } from '../desk/desk.ts'`, 'src/pictures may import'],
  ['src/slack/upload.ts', `import sharp from 'sharp'`, 'src/pictures only'],
  ['src/office/office.ts', `import sharp from 'sharp'`, 'src/pictures only'],
  ['src/slack/app.ts', `import { history } from '../../db/history.ts'`, 'src/slack may import'],
  ['src/slack/app.ts', `import { x } from '../networks/x/x.ts'`, 'src/slack may import'],
  ['src/slack/app.ts', `import { desk } from '../desk/desk.ts'`, 'as a type only'],
  ['src/slack/app.ts', `import { type Desk, desk } from '../desk/desk.ts'`, 'as a type only'],
  ['commands/propose.ts', `import { desk } from '../src/desk/desk.ts'`, 'as a type only'],
  ['commands/propose.ts', `import { history } from '../db/history.ts'`, 'commands may import'],
  [
    'commands/propose.ts',
    `import type { View } from '../src/slack/view.ts'`,
    'commands may import',
  ],
  ['db/history.ts', `import { sentence } from '../src/wording/card.ts'`, 'db may import'],
  ['src/desk/desk.ts', `import { card } from '../slack/card.ts'`, 'src/desk may import'],
  ['src/desk/desk.ts', `import type { Card } from '../slack/card.ts'`, 'src/desk may import'],
  ['src/desk/desk.ts', `import { x } from '../networks/x/x.ts'`, 'src/desk may import'],
  ['src/networks/x/x.ts', `import { desk } from '../../desk/desk.ts'`, 'src/networks may import'],
  ['src/networks/x/x.ts', `import { p } from '../../desk/ports/network.ts'`, 'as a type only'],
  ['src/desk/desk.ts', `import type { Config } from '../config.ts'`, 'src/desk may import'],
  ['src/office/jobs.ts', `import { desk } from '../desk/desk.ts'`, 'as a type only'],
  ['src/office/jobs.ts', `import { c } from '../../commands/propose.ts'`, 'src/office may import'],
  ['sandbox/sandbox.ts', `import type { Part } from '../src/core/content.ts'`, 'nothing'],
  ['sandbox/page/page.tsx', `import { sentence } from '../../src/wording/card.ts'`, 'nothing'],
  ['sandbox/x/posts.ts', `import { Network } from '../../src/desk/ports/network.ts'`, 'nothing'],
  // Nobody imports main.
  ['src/slack/app.ts', `import { main } from '../main.ts'`, 'src/slack may import'],
  ['src/office/jobs.ts', `import { main } from '../main.ts'`, 'src/office may import'],
  ['src/log.ts', `import { main } from './main.ts'`, 'src/*.ts may import'],
  ['src/cli/history.ts', `import { main } from '../main.ts'`, 'src/cli may import'],
  ['db/history.ts', `import type { Main } from '../src/main.ts'`, 'db may import'],
  ['src/office/office.ts', `import { main } from '../main.ts'`, 'no-restricted-imports'],
  ['src/office/office.ts', `import { x } from '../../sandbox/x/x.ts'`, 'no-restricted-imports'],
  ['src/office/desks.ts', `import { openTrial } from '../trial.ts'`, 'no-restricted-imports'],
  ['src/trial.ts', `import { main } from './main.ts'`, 'no-restricted-imports'],
  ['src/desk/desk.ts', `import { openOffice } from '../office/office.ts'`, 'src/desk may import'],
  // No door at the back.
  ['src/slack/app.ts', `export const x = import('../networks/x/x.ts')`, 'top of the file'],
  ['src/slack/app.ts', `export type Db = import('../../db/database.ts').Db`, 'top of the file'],
  ['src/slack/app.ts', `import { x } from '../wording/../networks/x/x.ts'`, 'plainly'],
  ['src/slack/app.ts', `import { x } from './../networks/x/x.ts'`, 'plainly'],
  ['src/slack/app.ts', `import { x } from '.././networks/x/x.ts'`, 'plainly'],
  // The core is pure.
  ['src/core/due.ts', `export const now = () => Date.now()`, 'no clock'],
  ['src/core/due.ts', `export const now = () => new Date()`, 'no clock'],
  ['src/core/due.ts', `export const now = () => Date()`, 'no clock'],
  ['src/core/due.ts', `export const { now } = Date`, 'no clock'],
  ['src/core/due.ts', `export const now = () => Temporal.Now.instant()`, 'no clock'],
  ['src/core/due.ts', `export const now = () => performance.now()`, 'pure'],
  ['src/core/due.ts', `export const later = (work: () => void) => setTimeout(work, 1)`, 'pure'],
  ['src/core/decide.ts', `export const dice = () => Math.random()`, 'no dice'],
  ['src/core/decide.ts', `export const id = () => crypto.randomUUID()`, 'pure'],
  ['src/core/decide.ts', `export const x = () => fetch('http://127.0.0.1')`, 'pure'],
  ['src/core/decide.ts', `export const undo = process.env['UNDO_SECONDS']`, 'pure'],
  ['src/core/decide.ts', `import { randomUUID } from 'node:crypto'`, 'createHash only'],
  ['src/core/decide.ts', `import * as crypto from 'node:crypto'`, 'createHash only'],
  ['src/core/decide.ts', `import { readFileSync } from 'node:fs'`, 'Of packages'],
  ['src/core/decide.ts', `import { z } from 'zod'`, 'Of packages'],
  // Only the entry points print.
  ['src/desk/desk.ts', `console.log('done')`, 'no-console'],
  ['src/core/due.ts', `console.log('due')`, 'no-console'],
  ['db/history.ts', `console.error('no')`, 'no-console'],
])('%s may not say: %s', async (file, code, complaint) => {
  expect(await complaints(file, code)).toContainEqual(expect.stringContaining(complaint))
})

test('no files import one another in a circle', () => {
  const files = ['src', 'db', 'commands', 'sandbox'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(room, file)),
  )
  const imports = (file: string) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:im|ex)port\b[^'"]*?from '(\.[^']+)'/gm)].map(
      ([, to = '']) => join(dirname(file), to),
    )
  const ends = new Map<string, boolean>()
  const circles: string[] = []
  const walk = (file: string, way: readonly string[]) => {
    if (ends.get(file) === true) return
    if (ends.has(file)) {
      circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
      return
    }
    ends.set(file, false)
    for (const next of imports(file)) if (files.includes(next)) walk(next, [...way, file])
    ends.set(file, true)
  }
  for (const file of files) walk(file, [])
  expect(files.length).toBeGreaterThan(300)
  expect(circles).toEqual([])
})
