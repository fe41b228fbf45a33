import { expect, it } from 'vitest'
import { run } from '../../scripts/bench/bundle.ts'

it('the compiled mini-program keeps its budgets of bytes', async () => {
  const measures = await run({ quick: true })
  expect(measures.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['main package', 'largest picture', 'home: setData before it is usable']),
  )
  expect(measures.filter(({ holds }) => holds === false)).toEqual([])
}, 180_000)
