import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig, variables } from '../src/config.ts'

const live = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  APPROVAL_CHANNEL: 'C0123ABCD',
  MODERATION_CHANNEL: 'G0123ABCD',
  PRESS_OFFICERS: 'U0123ABCD, U0456EFGH',
  X_APP_KEY: 'k',
  X_APP_SECRET: 's',
  X_ACCESS_TOKEN: 't',
  X_ACCESS_SECRET: 'u',
}

const problemsOf = (environment: Record<string, string>) => {
  const read = readConfig(environment)
  return 'problems' in read
    ? read.problems.map(({ variable, problem }) => `${variable} ${problem}`)
    : []
}

test('.env.example names every variable the program reads, and no other', () => {
  const named = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==)/gm) ?? []
  expect([...named].sort()).toEqual(Object.keys(variables).sort())
})

test('.env.example as it is means the sandbox, with the values shown as defaults', () => {
  const lines = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)
  const read = readConfig(
    Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value])),
  )
  expect(read).toEqual(readConfig({}))
  expect(read).toMatchObject({ mode: 'sandbox' })
})

test('with everything of Slack and X it is live', () => {
  expect(readConfig(live)).toMatchObject({
    mode: 'live',
    config: { UNDO_SECONDS: 30, MENTIONS: 'on', TIME_ZONE: 'Europe/Berlin', ...live },
  })
})

test('one variable of Slack or X alone never opens the sandbox: all that is missing is listed', () => {
  expect(problemsOf({ X_APP_KEY: 'k' })).toEqual([
    'SLACK_BOT_TOKEN missing',
    'SLACK_APP_TOKEN missing',
    'APPROVAL_CHANNEL missing',
    'MODERATION_CHANNEL missing',
    'PRESS_OFFICERS missing',
    'X_APP_SECRET missing',
    'X_ACCESS_TOKEN missing',
    'X_ACCESS_SECRET missing',
  ])
})

test('an empty variable counts as missing, another address of X alone as an attempt to be live', () => {
  expect(problemsOf({ ...live, X_APP_KEY: ' ' })).toEqual(['X_APP_KEY missing'])
  expect(problemsOf({ X_API_URL: 'http://127.0.0.1:1' })).toContain('SLACK_BOT_TOKEN missing')
})

test.for([
  ['SLACK_BOT_TOKEN', 'xapp-wrong-kind'],
  ['SLACK_APP_TOKEN', 'xoxb-wrong-kind'],
  ['APPROVAL_CHANNEL', '#freigabe'],
  ['PRESS_OFFICERS', 'Petra'],
  ['PRESS_OFFICERS', 'S1,S2'],
  ['UNDO_SECONDS', '-1'],
  ['UNDO_SECONDS', '1.5'],
  ['MENTIONS', 'maybe'],
  ['MENTION_POLL_SECONDS', '1'],
  ['TIME_ZONE', 'Europe/Bergedorf'],
  ['TIME_ZONE', '+01:00'],
  ['SERVICE_HOURS', 'Mo-Fr 16:00-09:00'],
  ['SERVICE_HOURS', 'Mo-Fr 09:00-09:00'],
  ['SERVICE_HOURS', 'Fr-Mo 09:00-16:00'],
  ['SERVICE_HOURS', 'Mo-Fr 09:00-24:00'],
  ['SERVICE_HOURS', 'werktags 09:00-16:00'],
  ['MODERATION_CHANNEL', live.APPROVAL_CHANNEL],
  ['KEEP_DAYS_AFTER_RECEIPT', '1'],
  ['KEEP_DAYS_AFTER_CLOSING', '91'],
  ['DATABASE_PATH', ':memory:'],
  ['DATABASE_PATH', 'file:amtsfunk.db'],
  ['ESCALATION_CONTACT', '@petra'],
  ['SLACK_API_URL', 'slack'],
  ['X_API_URL', 'ftp://x'],
  // Keys go out encrypted, or not off this machine.
  ['X_API_URL', 'http://x.example'],
  ['SLACK_API_URL', 'http://10.0.0.7/api/'],
  ['SLACK_API_URL', 'http://127.0.0.1.example/api/'],
  ['LOG_LEVEL', 'loud'],
  ['HEALTH_PORT', '70000'],
] as const)('%s=%s is told as unusable', ([variable, value]) => {
  expect(problemsOf({ ...live, [variable]: value })).toEqual([`${variable} unusable`])
})

test('hours that open on one day only, and spaces around them, are hours', () => {
  for (const set of ['Mi-Mi 08:00-20:00', ' Mo-Fr 09:00-16:00 ', 'Sa-So 00:00-23:59']) {
    expect(readConfig({ ...live, SERVICE_HOURS: set })).toMatchObject({
      config: { SERVICE_HOURS: set.trim() },
    })
  }
})

test('words are not kept longer after closing than at all, also where only one is set', () => {
  expect(problemsOf({ ...live, KEEP_DAYS_AFTER_RECEIPT: '20' })).toEqual([
    'KEEP_DAYS_AFTER_CLOSING missing',
  ])
  const short = { KEEP_DAYS_AFTER_CLOSING: '20', KEEP_DAYS_AFTER_RECEIPT: '20' }
  expect(problemsOf({ ...live, ...short })).toEqual([])
})

test('a user group decides as well as a list', () => {
  expect(readConfig({ ...live, PRESS_OFFICERS: 'S0PRESSE' })).toMatchObject({ mode: 'live' })
})
