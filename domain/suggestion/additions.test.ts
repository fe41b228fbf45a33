import { describe, expect, it } from 'vitest'
import { type AddedText, learnable, noSuggestions, withAdded, withRemoved } from './additions.ts'
import { suggestionLimits } from './limits.ts'

const text = (id: string, text: string): AddedText => ({ id, category: 'charging', text, at: 1 })
const codeOf = (work: () => unknown) => {
  try {
    work()
    return undefined
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('what may be learnt', () => {
  it.each([
    ['  柜子\n全红  ', '柜子 全红'],
    ['打13800138000', '打138****'],
    ['辽a 1 2 3 4 5堵门', '辽a****堵门'],
    ['字'.repeat(300), '字'.repeat(suggestionLimits.text)],
  ])('%j → %j', (typed, learnt) => expect(learnable(typed)).toBe(learnt))
})

describe('adding and removing', () => {
  const one = withAdded(noSuggestions, text('a', '柜子全红'))

  it('counts versions, the newest first, and leaves what was there alone', () => {
    const two = withAdded(one, text('b', '没电了'))
    expect(two.version).toBe(2)
    expect(two.added.map(({ id }) => id)).toEqual(['b', 'a'])
    const { left, gone } = withRemoved(two, 'a')
    expect(gone.text).toBe('柜子全红')
    expect(left).toMatchObject({ version: 3, added: [{ id: 'b' }] })
    expect(noSuggestions.added).toEqual([])
  })

  it.each([
    ['the same again', () => withAdded(one, text('b', ' 柜子全红')), 'SUGGESTION_KNOWN'],
    ['digits alone', () => withAdded(one, text('b', '13800138000')), 'SUGGESTION_MUTE'],
    ['one sign', () => withAdded(one, text('b', '电')), 'SUGGESTION_MUTE'],
    ['what is not there', () => withRemoved(one, 'b'), 'SUGGESTION_NOT_FOUND'],
    [
      'more than a category takes',
      () =>
        Array.from({ length: suggestionLimits.perCategory }).reduce<typeof one>(
          (now, _, at) => withAdded(now, text(`${at}`, `没电${'了'.repeat(at + 1)}`)),
          one,
        ),
      'SUGGESTIONS_FULL',
    ],
  ])('refuses %s', (_, work, code) => expect(codeOf(work)).toBe(code))

  it('takes the same words for another category', () => {
    expect(withAdded(one, { ...text('b', '柜子全红'), category: 'parking' }).added).toHaveLength(2)
  })
})
