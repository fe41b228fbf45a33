import { expect, it } from 'vitest'
import { compare } from './appeals.ts'

it('what is done with appeals costs what was promised, in a village and in a town', async () => {
  const measures = await compare({ appeals: 1_000, people: 185 }, { appeals: 3_000, people: 555 }, 2)
  expect(measures.length).toBeGreaterThan(100)
  expect(measures.filter(({ holds }) => holds === false)).toEqual([])
}, 120_000)
