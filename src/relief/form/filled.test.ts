import { expect, it } from 'vitest'
import { yuanOf } from '../yuan'
import { filled, missing, type ReliefDraft } from './filled'

const whole: ReliefDraft = {
  platform: ' 美团 ',
  orderNumber: '310088204519',
  occurredAt: 5,
  fineYuan: 0,
  cause: 'heavyRain',
}

it.each<[ReliefDraft, string | undefined]>([
  [{}, '点一下是哪个平台'],
  [{ ...whole, platform: ' ' }, '点一下是哪个平台'],
  [{ ...whole, orderNumber: '' }, '写一下订单号后四位'],
  [{ ...whole, fineYuan: undefined }, '点一下罚了多少'],
  [{ ...whole, cause: undefined }, '点一下是什么原因'],
  [whole, undefined],
])('%j lacks %s', (draft, words) => {
  expect(missing(draft)).toBe(words)
  expect(filled(draft, 9) === undefined).toBe(words !== undefined)
})

it('keeps the last four of the order number, and takes now for the time', () => {
  expect(filled(whole, 9)).toEqual({ ...whole, platform: '美团', orderNumber: '4519' })
  expect(filled({ ...whole, occurredAt: undefined }, 9)?.occurredAt).toBe(9)
})

it.each([
  ['35.5', 35.5],
  ['35.55', 35.55],
  [' 20 ', 20],
  ['7。5', 7.5],
  ['35.555', undefined],
  ['-1', undefined],
  ['', undefined],
  ['abc', undefined],
  ['100000', 100_000],
  ['100001', undefined],
])('%s is %s yuan', (typed, yuan) => expect(yuanOf(typed)).toBe(yuan))
