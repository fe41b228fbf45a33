import { expect, it } from 'vitest'
import { asRefused, Refused, splitSentence } from './refused'

it('splits a refusal into what happened and what to do', () => {
  expect(splitSentence('没找到这个社区。请重新选一个，写的都还在。')).toEqual({
    title: '没找到这个社区',
    words: '请重新选一个，写的都还在。',
  })
  expect(splitSentence('没连上。')).toEqual({ title: '没连上', words: '' })
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
