import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { citizen } from '../../sandbox/page/wording.ts'
import { startSandbox } from '../../sandbox/sandbox.ts'

const start = async () =>
  startSandbox({
    port: 0,
    directory: null,
    manifest: JSON.parse(
      await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'),
    ) as unknown,
    clock: Date,
    onReset: () => Promise.resolve(),
  })

test('the account says whose it is, when somebody answers, and whom to call in danger', async () => {
  await using world = await start()
  const { name, description, website, followers } = world.x.sight().account
  expect(name).toBe('Bezirksamt Bergedorf')
  for (const words of ['Servicezeiten', 'Kein Notruf', '110', '112', 'Impressum']) {
    expect(description).toContain(words)
  }
  expect(description.length).toBeLessThanOrEqual(160)
  expect(new URL(website).protocol).toBe('https:')
  expect(followers).toBeGreaterThan(0)
})

test.each(citizen.people)('$name can write to the office', async ({ handle, name }) => {
  await using world = await start()
  const text = '@BABergedorf Guten Tag'
  expect(world.x.citizen({ act: 'post', handle, name, text })).toMatchObject({ ok: true })
  expect(world.x.sight().posts[0]?.author).toMatchObject({ handle, name })
})
