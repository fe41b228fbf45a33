import { expect, it } from 'vitest'
import { asRefused, Refused, splitSentence } from './refused'

it.each([
  ['没连上，写的先存在手机上。有信号了再点一次。', '没连上', '写的先存在手机上。有信号了再点一次。'],
  ['没办成，不是您的问题，写的都还在。再点一次。', '没办成，不是您的问题', '写的都还在。再点一次。'],
  ['没找到这个社区。请重新选一个。', '没找到这个社区', '请重新选一个。'],
  ['没连上。', '没连上', ''],
  ['', '', ''],
])('splits %s into what happened and the rest', (message, title, words) => {
  expect(splitSentence(message)).toEqual({ title, words })
})

it('takes what is not ours for our own mistake', () => {
  expect(asRefused(new TypeError('x is undefined')).code).toBe('INTERNAL')
  const refused = new Refused('STALE')
  expect(asRefused(refused)).toBe(refused)
})

it('makes a number to tell the community', () => {
  expect(new Refused('INTERNAL', '没办成。', '7f3a1020deadbeef').number).toBe('7F3A-1020')
  expect(new Refused('OFFLINE').number).toBeUndefined()
})
