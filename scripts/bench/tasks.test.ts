import { expect, it } from 'vitest'
import { run } from './tasks.ts'

it('what tasks cost is in proportion to what they show, in a town and in a city; no place is doubled or lost', async () => {
  const measures = await run({ quick: true })
  expect(measures.length).toBeGreaterThan(40)
  expect(measures.filter(({ holds }) => holds === false)).toEqual([])
}, 180_000)
