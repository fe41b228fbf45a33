import { describe, expect, it } from 'vitest'
import type { Letter, Receipt, Waiting } from '../call/outbox'
import { getsThrough, letterTitle, waitingWords, withIt } from './waiting'

const now = Date.parse('2025-12-04T10:20+08:00')
const letter: Letter = {
  kind: 'request',
  text: '驿站微波炉坏了快两周',
  photos: ['a.jpg'],
  voice: { name: 'v.mp3', seconds: 18 },
  category: 'stationFacility',
  place: { id: 'c', name: '凯旋社区', kind: 'community', location: '沈河区' },
  trade: 'delivery',
  identity: 'shielded',
  urgent: false,
}
const entry = (standing: Waiting['standing']): Waiting => ({
  requestId: 'r',
  letter,
  since: now - 900_000,
  tries: 0,
  attempt: 'none',
  standing,
})
const receipt = {
  id: 'a',
  number: '1204-000061',
  state: 'dispatched',
  organisation: { id: 'c', name: '樾檀山社区' },
} as Receipt
const waiting = { is: 'waiting', notBefore: 0 } as const

describe('a row of the outbox', () => {
  it.each([
    ['without a signal', waiting, false, '等信号', '今天 10:05 存的，有信号自己发'],
    ['in line', waiting, true, '排着队', '今天 10:05 存的，前面的发完就发'],
    [
      'when it was too often',
      { ...waiting, why: 'TOO_OFTEN' },
      true,
      '过会儿再发',
      '今天 10:05 存的，刚才没发成，过会儿自己再发',
    ],
    [
      'when the person must mend it',
      { is: 'needsYou', code: 'AREA_NOT_FOUND', message: '没找到这个社区。' },
      true,
      '等您改一下',
      '没找到这个社区。',
    ],
    ['when it went', { is: 'sent', receipt, at: now }, true, '已收到', '已派给樾檀山社区 · 编号 1204-000061'],
    [
      'when nobody was found for it yet',
      { is: 'sent', receipt: { ...receipt, state: 'submitted' }, at: now },
      true,
      '已收到',
      '樾檀山社区来派单 · 编号 1204-000061',
    ],
  ] as const)('%s', (_, standing, online, badge, meta) => {
    const words = waitingWords(entry(standing), undefined, online, now)
    expect([words.badge.text, words.meta]).toEqual([badge, meta])
  })
  it('on its way says how much of it is up', () => {
    const words = waitingWords(entry(waiting), { requestId: 'r', up: 1, of: 2 }, true, now)
    expect([words.badge.text, words.due]).toEqual(['正在发', '2 样里发了 1 样'])
  })
})

it.each([
  [letter, '驿站微波炉坏了快两周', '照片 1 · 语音 18 秒'],
  [{ ...letter, text: ' ' }, '语音 18 秒 · 驿站设施', '照片 1 · 语音 18 秒'],
  [{ ...letter, text: '', voice: undefined }, '驿站设施', '照片 1'],
  [{ ...letter, photos: [], voice: undefined }, '驿站微波炉坏了快两周', ''],
])('%#: what it is and what is with it', (each, title, held) => {
  expect([letterTitle(each), withIt(each)]).toEqual([title, held])
})

it.each([
  [waiting, true, true],
  [waiting, false, false],
  [{ ...waiting, why: 'OFFLINE' }, true, false],
  [{ ...waiting, why: 'INTERNAL' }, true, true],
] as const)('%j, online %s: something gets through: %s', (standing, online, through) => {
  expect(getsThrough([entry(standing)], online)).toBe(through)
})
