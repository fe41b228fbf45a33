import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { categories, requestCategories } from '../categories.ts'
import { gramsOf, signsOf } from './features.ts'
import { hitsLeaveOneOut, hitsUnseen, type KnownText, threeKeys } from './measure.ts'
import { suggest, train } from './model.ts'
import { lessonBook } from './shipped.ts'

const textsIn = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8')) as KnownText[]
const sample = textsIn('appeals-sample.json')
const heldOut = textsIn('suggest-heldout.json')
const model = train(lessonBook)

describe('how often it is right', () => {
  it.each([
    ['on the sample, leaving one out', () => hitsLeaveOneOut(lessonBook, sample)],
    ['on the sample, with the data files alone', () => hitsUnseen(lessonBook, sample)],
    ['on what was held out', () => hitsUnseen(lessonBook, heldOut)],
  ])('%s', (_, measure) => {
    const { first, three } = measure()
    expect(first).toBeGreaterThanOrEqual(0.6)
    expect(three).toBeGreaterThanOrEqual(0.85)
  })

  it('is measured on texts that the data files don’t hold', () => {
    const taught = new Set(categories.flatMap((category) => lessonBook[category].examples))
    expect([...sample, ...heldOut].filter(({ text }) => taught.has(text))).toEqual([])
  })
})

describe('the data files', () => {
  it.each(categories)('%s has at least twelve different examples', (category) => {
    const { words, examples } = lessonBook[category]
    expect(new Set(examples).size).toBeGreaterThanOrEqual(12)
    expect(examples).toHaveLength(new Set(examples).size)
    expect(words).toHaveLength(new Set(words).size)
  })

  it('hold three texts of each category apart', () => {
    for (const category of categories)
      expect(heldOut.filter((each) => each.category === category)).toHaveLength(3)
  })
})

describe('a suggestion', () => {
  it.each([
    ['换电柜全是没冲满的电池', 'charging'],
    ['再小区门口让保安拦下了', 'gateAccess'],
    ['站点拖欠三个月工资', 'unpaidWages'],
    ['井盖没了', 'facilityDamage'],
    ['孩子上学没户口', 'schooling'],
  ])('%s is %s, and says why', (text, category) => {
    const [first, ...others] = suggest(model, text)
    expect(first?.category).toBe(category)
    expect(first?.words.length).toBeGreaterThan(0)
    for (const word of first?.words ?? []) expect(text).toContain(word)
    expect(others).toHaveLength(2)
  })

  it.each(['', '   ', '12345', 'asdf qwer', '。。。！！', '啊啊啊啊', '<script>alert(1)</script>', '😀😀'])(
    '%j says nothing',
    (text) => expect(suggest(model, text)).toEqual([]),
  )

  it('is only of what the form offers', () => {
    const found = suggest(model, '后厨地上有老鼠，菜都馊了', {}, requestCategories)
    expect(found.map(({ category }) => category)).not.toContain('foodSafety')
    expect(found).toHaveLength(3)
  })

  it('leans on kind and trade', () => {
    expect(suggest(model, '小区不让进，客人等急了', { kind: 'relief' })[0]?.category).toBe('penalty')
  })

  it('learns words and sentences that were added', () => {
    const text = '蜂巢小院啥时候能轮上'
    const learnt = train(lessonBook, [
      { category: 'housing', text },
      { category: 'health', text: '小药箱子' },
    ])
    expect(suggest(learnt, '想排蜂巢小院')[0]?.category).toBe('housing')
    expect(suggest(learnt, '小药箱子')[0]?.category).toBe('health')
  })

  it('takes the longest text in no time', () => {
    expect(suggest(model, '小区北门锁着，'.repeat(700))[0]?.category).toBe('gateAccess')
  })
})

describe('features', () => {
  it('fold what sounds alike, and end at digits and punctuation', () => {
    const keys = (text: string) => gramsOf(signsOf(text)).map(({ key }) => key)
    expect(keys('冲电')).toEqual(keys('充电'))
    expect(keys('充，电')).toEqual(['充', '电'])
    expect(keys('充电')).toEqual(['充', '充电', '电'])
  })

  it('three keys in any case', () => {
    expect(threeKeys([], 'snap')).toEqual(['other', 'obstruction', 'sanitation'])
    expect(threeKeys([{ category: 'other' }])).toEqual(['other', 'gateAccess', 'charging'])
  })
})
