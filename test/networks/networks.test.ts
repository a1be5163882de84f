// The rows of networks: each opens with its part of the configuration and knows its own prices.
import { expect, test } from 'vitest'
import { networks } from '../../src/networks/index.ts'

const config = {
  X_APP_KEY: 'a',
  X_APP_SECRET: 'b',
  X_ACCESS_TOKEN: 'c',
  X_ACCESS_SECRET: 'd',
}

test.each(Object.entries(networks))('%s opens without asking anybody', (name, { open }) => {
  const network = open(config, { now: () => 0, spent: () => undefined })
  expect(network.name).toBe(name)
  expect(network.weigh('Hallo').length).toBe(5)
})

test.each(Object.entries(networks))('%s has no price for what it does not charge', (_name, row) => {
  for (const charge of ['toString', 'altes Porto', '']) expect(row.usd(charge, 3)).toBe(0)
})

test('X is charged by its own table', () => {
  expect(networks.x.usd('postWithUrl', 3)).toBe(0.6)
})
