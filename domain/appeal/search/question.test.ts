import { describe, expect, it } from 'vitest'
import { codeOf, day, sent, submitted } from '../../../tests/support/exampleAppeal.ts'
import { answers, type Question, wayOf } from './question.ts'

const nothing: Question = { scopes: ['=凯旋', 'district'], text: '', states: [], late: false }
const asked = (question: Partial<Question>): Question => ({ ...nothing, ...question })

describe('the one index that a search goes along', () => {
  it.each([
    ['words before all else', { text: '小区 北门', mine: 'worker', late: true }, '北门'],
    ['what I took on', { mine: 'worker', area: '凯旋' }, 'responsible'],
    ['a place', { area: '凯旋', late: true }, '@凯旋'],
    ['what is late', { late: true, category: 'parking' }, 'late'],
    ['states of which there are few', { states: ['accepted'], category: 'parking' }, 'states'],
    ['a category rather than what is closed', { states: ['closed'], category: 'parking' }, '#parking'],
    ['what is closed', { states: ['closed'], kind: 'snap' }, 'states'],
    ['a kind', { kind: 'snap' }, '!snap'],
    ['all', {}, '*'],
  ] as const)('%s', (_, question, way) => {
    expect(JSON.stringify(wayOf(asked(question as Partial<Question>)))).toContain(way)
  })

  it.each(['门', '的了', '！'])('is none for %s', (text) =>
    expect(codeOf(() => wayOf(asked({ text })))).toBe('SEARCH_TOO_SHORT'),
  )
})

describe('an appeal is what was asked for when all of it holds', () => {
  const appeal = submitted()
  it.each([
    [{}, true],
    [{ text: '北门' }, true],
    [{ text: '北门 九点' }, true],
    [{ text: '北门九点' }, false],
    [{ text: '南门' }, false],
    [{ text: '北门 南门' }, false],
    [{ scopes: ['=巢湖'] }, false],
    [{ scopes: ['city'] }, true],
    [{ states: ['accepted', 'dispatched'] }, true],
    [{ states: ['accepted'] }, false],
    [{ category: 'parking' }, false],
    [{ kind: 'request' }, true],
    [{ kind: 'snap' }, false],
    [{ area: '凯旋' }, true],
    [{ area: '巢湖' }, false],
    [{ late: true }, false],
    [{ mine: 'worker' }, false],
    [{ from: sent }, true],
    [{ from: sent + 1 }, false],
    [{ until: sent }, false],
    [{ until: sent + 1 }, true],
  ] as const)('%j: %s', (question, holds) => {
    expect(answers(appeal, asked(question as Partial<Question>), sent)).toBe(holds)
  })

  it('is late once its clock has run out', () =>
    expect(answers(appeal, asked({ late: true }), sent + 9 * day)).toBe(true))
})
