import { describe, expect, it } from 'vitest'
import { type Decisions, tallyOf, tallyWords, verdictsOf, type Work, type WorkItem } from './decisions'

const work = (id: string, change: Partial<Work> = {}): Work => ({
  id,
  name: '小蜂',
  state: 'submitted',
  at: 0,
  mine: false,
  ...change,
})
const item: WorkItem = {
  task: { id: 't', title: '雪后清扫', kind: 'cleaning', from: 0, to: 1 },
  claims: [work('a'), work('b'), work('c'), work('d', { locked: 'own', mine: true })],
}

describe('what is sent', () => {
  it.each<[string, Decisions, [string, boolean][]]>([
    [
      'everything that is ticked',
      {},
      [
        ['a', true],
        ['b', true],
        ['c', true],
      ],
    ],
    [
      'an exception with its reason',
      { b: { is: 'rejected', words: '没扫完' } },
      [
        ['a', true],
        ['b', false],
        ['c', true],
      ],
    ],
    ['nothing of what is left', { a: { is: 'left' }, c: { is: 'left' } }, [['b', true]]],
    [
      'never what is locked',
      { d: { is: 'accepted' } },
      [
        ['a', true],
        ['b', true],
        ['c', true],
      ],
    ],
  ])('%s', (_, decisions, sent) => {
    const verdicts = verdictsOf(item, decisions)
    expect(verdicts.map(({ claimId, accepted }) => [claimId, accepted])).toEqual(sent)
    expect(verdicts.every(({ accepted, words }) => accepted === (words === ''))).toBe(true)
  })

  it('is counted', () => {
    const tally = tallyOf([item], { b: { is: 'rejected', words: '没扫完' }, c: { is: 'left' } })
    expect(tally).toEqual({ accepted: 1, rejected: 1, left: 2 })
    expect(tallyWords(tally)).toBe('1 份通过，1 份没通过')
    expect(tallyWords({ accepted: 3, rejected: 0 })).toBe('3 份通过')
  })
})
