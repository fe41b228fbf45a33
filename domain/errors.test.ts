import { describe, expect, it } from 'vitest'
import { Refusal, type RefusalCode, refusalSentence, refusals } from './errors.ts'

describe.each(Object.entries(refusals))('%s', (code, sentence) => {
  it('is one or two short Chinese sentences without officialese', () => {
    expect(sentence).toMatch(/^[\u4e00-\u9fff“{].*。?/)
    expect(sentence).not.toMatch(
      /操作失败|系统异常|请知悉|违规|异常用户|相关部门|尽快|[A-Za-z]{2,}(?![^{]*\})/,
    )
  })
  it('reads well without its details', () => {
    expect(refusalSentence(code as RefusalCode)).not.toMatch(/[{}]/)
  })
})

it('fills in what it is told', () => {
  expect(new Refusal('TEXT_TOO_LONG', { limit: 5000 }).message).toContain('最多 5000 个字')
})
