import { expect, it } from 'vitest'
import { firstWords, takenWords } from './groupWords'

const minute = 60_000

it.each<[number, number, string]>([
  [0, 0, '还没人从这里领过任务'],
  [1, 1, '领过 1 个任务，1 个名额'],
  [12, 28, '领过 12 个任务，28 个名额'],
])('%i tasks, %i claims: %s', (tasks, claims, words) => {
  expect(takenWords({ tasks, claims })).toBe(words)
})

it.each<[number | null, string | undefined]>([
  [null, undefined],
  [20_000, '一般不到 1 分钟就有人领'],
  [4 * minute, '一般 4 分钟就有人领'],
  [60 * minute, '一般 1 小时就有人领'],
  [90 * minute, '一般 1 小时 30 分钟就有人领'],
  [26 * 60 * minute, '一般 1 天 2 小时就有人领'],
])('the first after %s: %s', (first, words) => {
  expect(firstWords(first)).toBe(words)
})
