import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AppealEvent, forgetting, type NewEvent, sealEvent, verifyLog } from './log.ts'

const event = (over: Partial<NewEvent> = {}): NewEvent => ({
  changes: {},
  action: 'note',
  from: 'accepted',
  to: 'accepted',
  actor: { personId: 'worker', role: 'gridWorker', title: '网格员' },
  at: 1,
  requestId: 'request-1',
  words: '约了物业',
  photos: [],
  ...over,
})

function logOf(words: string[]): AppealEvent[] {
  const log = [sealEvent(undefined, event({ action: 'submit', from: null, to: 'accepted' }))]
  for (const each of words) log.push(sealEvent(log.at(-1), event({ words: each })))
  return log
}

describe('the chain of a log', () => {
  it('is whole as it was written, also after the database dropped what is undefined', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
        expect(verifyLog(JSON.parse(JSON.stringify(logOf(words))))).toBe(true)
      }),
    )
    expect(verifyLog([sealEvent(undefined, event({ from: null, organisation: undefined }))])).toBe(true)
  })

  it('stays whole when what a person said is forgotten, and still breaks when anything else is altered', () => {
    const log = logOf(['来过两回', '我是骑手小李'])
    const forgotten = log.map(forgetting)
    expect(forgotten[2]).toMatchObject({ words: '', photos: [], actor: { personId: '' } })
    expect(JSON.stringify(forgotten)).not.toContain('小李')
    expect(verifyLog(JSON.parse(JSON.stringify(forgotten)))).toBe(true)
    expect(verifyLog(forgotten.map((each) => ({ ...each, at: each.at + 1 })))).toBe(false)
    // Nobody puts words back that nobody can check.
    expect(verifyLog(forgotten.map((each) => ({ ...each, words: '好' })))).toBe(false)
    const [first, second] = forgotten
    expect(first && forgetting(first)).toBe(first)
    const swapped = second && { ...second, forgotten: first?.forgotten }
    expect(verifyLog([first, swapped].flatMap((each) => (each ? [each as AppealEvent] : [])))).toBe(false)
  })

  it('does not depend on the order of fields', () => {
    const [first] = logOf([])
    expect(
      verifyLog([Object.fromEntries(Object.entries(first ?? {}).reverse()) as unknown as AppealEvent]),
    ).toBe(true)
  })

  it('breaks when any event is altered, left out, swapped or cut off from the front', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(5), (length, at) => {
        const log = logOf(Array.from({ length }, (_, index) => `第${index}句`))
        const place = at % length
        const altered = log.map((each, index) => (index === place ? { ...each, words: '改过' } : each))
        expect(verifyLog(altered)).toBe(false)
        expect(verifyLog(log.filter((_, index) => index !== place))).toBe(false)
        expect(verifyLog(log.slice(1))).toBe(false)
      }),
    )
  })
})
