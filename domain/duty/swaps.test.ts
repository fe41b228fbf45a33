import { describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import { type Colleague, emptyRota, type Rota, type Slot, type Swap } from './rota.ts'
import { shiftsBetween } from './shifts.ts'
import { answerSwap, askSwap, isOpenSwap, takeBackSwap } from './swaps.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const person = (personId: string) => ({ personId, name: personId, title: '网格员' })
const slot = (weekday: number, from: number, to: number, who: string): Slot => ({
  id: `${weekday}-${from}-${who}`,
  weekday,
  from: from * 60,
  to: to * 60,
  who: person(who),
})

// 4 December 2025 is a Thursday.
const now = at('2025-12-04T10:20')
const running = slot(4, 8, 20, 'li')
const friday = slot(5, 20, 8, 'li')
const saturdayMorning = slot(6, 7, 12, 'zhao')
const rota: Rota = { ...emptyRota('o'), weekly: [running, friday, saturdayMorning, slot(1, 8, 12, 'wang')] }
const wish = { id: 's1', day: '2025-12-05', slotId: friday.id, to: person('wang') as Colleague }
const asked = (swaps: Swap[] = askSwap(rota, wish, 'li', now)): Rota => ({ ...rota, swaps })
const code = (run: () => unknown) => {
  try {
    run()
  } catch (refusal) {
    return (refusal as { code: string }).code
  }
  return undefined
}

describe('asking', () => {
  it('changes nobody’s shift yet', () => {
    const [shift] = shiftsBetween(asked(), at('2025-12-05T21:00'), at('2025-12-05T22:00'))
    expect(shift?.who.name).toBe('li')
  })
  it.each<[string, Partial<typeof wish>, string, string | undefined]>([
    ['one’s own shift to come', {}, 'li', undefined],
    ['in two weeks, the last day shown', { day: '2025-12-12' }, 'li', undefined],
    ['somebody else’s', {}, 'wang', 'SHIFT_NOT_YOURS'],
    ['one that runs', { day: '2025-12-04', slotId: running.id }, 'li', 'SHIFT_BEGUN'],
    ['a day without that slot', { day: '2025-12-06' }, 'li', 'SHIFT_NOT_FOUND'],
    ['a day that is past', { day: '2025-11-28' }, 'li', 'SHIFT_NOT_FOUND'],
    ['a day too far ahead', { day: '2025-12-19' }, 'li', 'SHIFT_NOT_FOUND'],
    ['a day that there is not', { day: '2025-13-40' }, 'li', 'SHIFT_NOT_FOUND'],
    ['oneself', { to: person('li') }, 'li', 'SWAP_WITH_ONESELF'],
    [
      'a colleague whose term ends before it does',
      { to: { ...person('wang'), until: at('2025-12-06T07:00') } },
      'li',
      'LEAVES_BEFORE',
    ],
    [
      'a colleague whose term ends with it',
      { to: { ...person('wang'), until: at('2025-12-06T08:00') } },
      'li',
      undefined,
    ],
    ['a colleague who has a shift in the morning', { to: person('zhao') }, 'li', 'SWAP_OVERLAPS'],
  ])('%s', (_, change, personId, refused) => {
    expect(code(() => askSwap(rota, { ...wish, ...change }, personId, now))).toBe(refused)
  })
  it('twice for one shift is refused while the first waits', () => {
    const again = { ...wish, id: 's2', to: person('sun') }
    expect(code(() => askSwap(asked(), again, 'li', now))).toBe('SWAP_PENDING')
    const declined = { ...rota, swaps: answerSwap(asked(), 's1', false, 'wang', now) }
    expect(askSwap(declined, again, 'li', now)).toHaveLength(2)
  })
  it('has an end when two weeks are full of them', () => {
    const [swap] = asked().swaps as [Swap]
    const swaps = Array.from(
      { length: limits.swaps },
      (_, index): Swap => ({
        ...swap,
        id: `${index}`,
        state: 'declined',
      }),
    )
    expect(code(() => askSwap({ ...rota, swaps }, wish, 'li', now))).toBe('SWAPS_FULL')
    const past = swaps.map((each) => ({ ...each, day: '2025-11-28' }))
    expect(askSwap({ ...rota, swaps: past }, wish, 'li', now)).toHaveLength(1)
  })
})

describe('answering', () => {
  it('yes gives the shift to the colleague; no leaves it', () => {
    const holder = (agrees: boolean) =>
      shiftsBetween(
        asked(answerSwap(asked(), 's1', agrees, 'wang', now)),
        at('2025-12-05T21:00'),
        at('2025-12-05T22:00'),
      )[0]?.who.name
    expect([holder(true), holder(false)]).toEqual(['wang', 'li'])
  })
  it.each<[string, Rota, string, string, number, string]>([
    ['what nobody asked', rota, 's1', 'wang', now, 'SWAP_NOT_FOUND'],
    ['for somebody else', asked(), 's1', 'zhao', now, 'SWAP_NOT_FOUND'],
    ['one’s own question', asked(), 's1', 'li', now, 'SWAP_NOT_FOUND'],
    ['once more', asked(answerSwap(asked(), 's1', true, 'wang', now)), 's1', 'wang', now, 'SWAP_SETTLED'],
    ['what was taken back', asked(takeBackSwap(asked(), 's1', 'li', now)), 's1', 'wang', now, 'SWAP_SETTLED'],
    ['too late', asked(), 's1', 'wang', at('2025-12-05T20:00'), 'SHIFT_BEGUN'],
    [
      'a shift that was planned away',
      { ...asked(), weekly: [running] },
      's1',
      'wang',
      now,
      'SHIFT_NOT_FOUND',
    ],
    [
      'with a shift of one’s own by now',
      { ...asked(), weekly: [...rota.weekly, slot(5, 22, 23, 'wang')] },
      's1',
      'wang',
      now,
      'SWAP_OVERLAPS',
    ],
  ])('%s is refused', (_, given, id, personId, moment, refused) => {
    expect(code(() => answerSwap(given, id, true, personId, moment))).toBe(refused)
  })
  it('no is possible whatever became of the shift', () => {
    const planned = { ...asked(), weekly: [running] }
    expect(answerSwap(planned, 's1', false, 'wang', now)[0]?.state).toBe('declined')
  })
})

it.each([
  ['li', asked(), undefined],
  ['wang', asked(), 'SWAP_NOT_FOUND'],
  ['li', asked(answerSwap(asked(), 's1', true, 'wang', now)), 'SWAP_SETTLED'],
] as const)('%s takes it back', (personId, given, refused) => {
  expect(code(() => takeBackSwap(given, 's1', personId, now))).toBe(refused)
})

it.each<[string, Rota, number, boolean]>([
  ['asked', asked(), now, true],
  ['begun', asked(), at('2025-12-05T20:00'), false],
  ['answered', asked(answerSwap(asked(), 's1', true, 'wang', now)), now, false],
  ['planned away', { ...asked(), weekly: [running] }, now, false],
])('%s: is open', (_, given, moment, open) => {
  const [swap] = given.swaps
  expect(swap && isOpenSwap(given, swap, moment)).toBe(open)
})
