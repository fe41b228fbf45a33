import { expect, it } from 'vitest'
import { run } from '../../scripts/bench/bundle.ts'

it('the compiled mini-program keeps its budgets of bytes', async () => {
  const measures = await run()
  expect(measures.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['main package', 'home: first setData']),
  )
  expect(measures.filter(({ holds }) => holds === false)).toEqual([])
}, 180_000)
