import { expect, it } from 'vitest'
import { approversWords, type Draft, draftOf, inputOf, missing } from './draft'

const whole: Draft = { ...draftOf(undefined), name: '手套', cost: '30', size: '12', pickUp: '一楼' }

it.each<[Partial<Draft>, string | undefined]>([
  [{}, undefined],
  [{ name: ' ' }, '写上叫什么'],
  [{ cost: '0' }, '写上要多少分'],
  [{ cost: '1.5' }, '写上要多少分'],
  [{ size: '' }, '写上有多少'],
  [{ size: '0' }, undefined],
  [{ pickUp: '' }, '写上在哪里领'],
  [{ from: '2026-12-02', until: '2026-12-01' }, '到期的日子在开始以前，改一改'],
  [{ from: '2026-12-01', until: '2026-12-01' }, undefined],
])('%j lacks %s', (change, words) => {
  expect(missing({ ...whole, ...change })).toBe(words)
})

it('stores what was typed, trimmed and as numbers', () => {
  expect(inputOf({ ...whole, name: ' 手套 ' }, undefined, undefined)).toMatchObject({
    name: '手套',
    cost: 30,
    stock: { period: 'once', size: 12 },
    perPerson: 1,
  })
})

it('is offered from the start of a day to the end of one, handed over by a merchant, with its photo', () => {
  const draft = {
    ...whole,
    from: '2026-12-01',
    until: '2026-12-31',
    merchant: { id: 'm', name: '暖心粥铺' },
    photo: 'cloud://old',
  }
  expect(inputOf(draft, undefined, 'cloud://new')).toMatchObject({
    from: Date.parse('2026-12-01T00:00:00+08:00'),
    until: Date.parse('2026-12-31T23:59:00+08:00'),
    merchantId: 'm',
    photo: 'cloud://new',
  })
  expect(inputOf(draft, undefined, undefined).photo).toBe('cloud://old')
})

it('what the form does not touch stays as it was stored, to the very moment', () => {
  const stored = {
    id: 'r',
    name: '手套',
    kind: 'goods',
    cost: 30,
    bucket: 'volunteer',
    unit: '副',
    left: 3,
    stock: { period: 'once', size: 12 },
    perPerson: 1,
    words: '',
    pickUp: '一楼',
    cancellable: true,
    merchant: { id: 'm', name: '暖心粥铺' },
    from: 1_780_000_000_123,
    until: null,
    shown: true,
    version: 4,
  } as const
  expect(inputOf(draftOf(stored), stored, undefined)).toMatchObject({
    id: 'r',
    version: 4,
    from: stored.from,
    until: null,
    merchantId: 'm',
  })
  expect(inputOf({ ...draftOf(stored), merchant: null }, stored, undefined).merchantId).toBeUndefined()
})

it('says who approves', () => {
  expect(approversWords('100')).toContain('一位书记')
  expect(approversWords('101')).toContain('两位书记')
})
