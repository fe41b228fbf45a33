import { expect, it } from 'vitest'
import { run } from './people.ts'

it('what people’s actions look at is in proportion to what they show, in a town and in a city', async () => {
  const measures = await run({ quick: true })
  expect(measures.length).toBeGreaterThan(100)
  expect(measures.filter(({ holds }) => holds === false)).toEqual([])
}, 120_000)
