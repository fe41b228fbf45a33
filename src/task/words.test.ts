import { expect, it } from 'vitest'
import type { Proof } from '../../domain/task/kinds'
import { proofWords, windowWords } from './words'

// A Thursday.
const now = Date.parse('2026-12-03T10:20:00+08:00')
const at = (text: string) => Date.parse(`${text}:00+08:00`)

it.each([
  ['2026-12-03T14:00', '2026-12-03T15:00', '今天 14:00–15:00'],
  ['2026-12-04T14:00', '2026-12-04T15:00', '明天 14:00–15:00'],
  ['2026-12-05T09:00', '2026-12-05T10:30', '周六 09:00–10:30'],
  ['2026-12-05T00:00', '2026-12-06T00:00', '周六全天'],
  ['2026-12-05T00:00', '2026-12-05T23:59', '周六全天'],
  ['2026-12-03T22:00', '2026-12-04T06:00', '今天 22:00–明天 06:00'],
  ['2026-12-11T14:00', '2026-12-11T15:00', '12月11日 14:00–15:00'],
  ['2026-12-01T14:00', '2026-12-01T15:00', '12月1日 14:00–15:00'],
  ['2027-01-20T14:00', '2027-01-20T15:00', '2027年1月20日 14:00–15:00'],
])('from %s to %s is %s', (from, to, words) =>
  expect(windowWords({ from: at(from), to: at(to) }, now)).toBe(words),
)

it.each<[Proof[], string]>([
  [['code', 'photo'], '到点扫码签到，拍一张做完的'],
  [['code', 'place'], '到点扫码签到'],
  [['place', 'photo'], '到点按位置签到，拍一张做完的'],
  [['photo'], '拍一张做完的'],
  [[], '来了就行，不用签到'],
])('%j reads %s', (proof, words) => expect(proofWords(proof)).toBe(words))
