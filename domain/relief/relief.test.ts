import { describe, expect, it } from 'vitest'
import {
  by,
  codeOf,
  hat,
  rider,
  save,
  sent,
  submitted,
  tradeCommittee,
} from '../../tests/support/exampleAppeal.ts'
import { accept, resolve } from '../appeal/handling.ts'
import { type ReliefCause, reliefCauseNames } from '../appeal/names.ts'
import { newsWords } from '../appeal/news.ts'
import { faultOf } from '../appeal/verify.ts'
import type { Caller } from '../people/roles.ts'
import { assess, assessmentSentence } from './assessing.ts'
import { answerRelief, decideRelief } from './deciding.ts'
import { letterText } from './letter.ts'
import { letterNumber, letterYear } from './letterNumber.ts'
import { cityOfRules, reliefCauses, shippedReliefRules, thresholdsChanged } from './rules.ts'
import { fineWords, reliefTitle, waivedWords, yuanWords } from './words.ts'

const rules = shippedReliefRules('2101')

describe('assess', () => {
  it.each<[ReliefCause, number, 'eligible' | 'discretion', number]>([
    ['heavyRain', 0, 'eligible', 0],
    ['heavySnow', 0, 'eligible', 0],
    ['trafficControl', 0, 'eligible', 0],
    ['slowMerchant', 9, 'discretion', 10],
    ['slowMerchant', 10, 'eligible', 10],
    ['other', 0, 'discretion', 10],
  ])('%s with %i points: %s', (cause, points, assessment, threshold) => {
    expect(assess(cause, points, rules)).toEqual({ assessment, points, threshold, ruleVersion: 1 })
  })
  it('has a threshold for every cause', () => {
    expect(Object.keys(rules.thresholds).sort()).toEqual([...reliefCauses].sort())
  })
  it.each([
    [0, 0, 'person', '电梯坏了不看监督积分，谁遇上都算。'],
    [12, 10, 'person', '电梯坏了要有 10 分监督积分，您有 12 分，够了。'],
    [4, 10, 'person', '电梯坏了要有 10 分监督积分，您有 4 分，差 6 分，由行业党委看情况定。'],
    [4, 10, 'staff', '电梯坏了要有 10 分监督积分，本人有 4 分，差 6 分，由行业党委看情况定。'],
  ] as const)('%i of %i, for the %s: %s', (points, threshold, reader, words) => {
    expect(assessmentSentence({ points, threshold }, 'liftFailure', reader)).toBe(words)
  })
})

describe('rules', () => {
  it('says what changes, and nothing when nothing does', () => {
    expect(thresholdsChanged(rules.thresholds, { ...rules.thresholds })).toBeUndefined()
    expect(thresholdsChanged(rules.thresholds, { ...rules.thresholds, heavyRain: 5, other: 0 })).toBe(
      '大雨 0 分改为 5 分，其他 10 分改为 0 分',
    )
  })
  it.each([
    ['city', '2101', '2101', [], '2101'],
    ['tradeCommittee', '2101-tradeCommittee-delivery', '2101', ['2101'], '2101'],
    ['tradeCommittee', '210103-tradeCommittee-delivery', '210103', ['210103', '2101'], undefined],
    ['newSectorCommittee', '2101-newSectorCommittee', '2101', ['2101'], undefined],
    ['district', '210103', '210103', ['2101'], undefined],
  ] as const)('a hat of %s %s', (kind, id, area, ancestors, city) => {
    const organisation = { id, name: '', kind, area, ancestors: [...ancestors] }
    expect(cityOfRules({ organisation })).toBe(city)
  })
})

const relief = {
  platform: '美团',
  orderNumber: '310088204519',
  occurredAt: sent,
  fineYuan: 50,
  cause: 'heavyRain',
} as const
const officer: Caller = { personId: 'officer', hat: hat(tradeCommittee, 'officer') }
const taken = (fineYuan = 50) => {
  const appeal = submitted(
    { kind: 'relief', category: 'penalty', text: '', relief: { ...relief, fineYuan } },
    { holder: tradeCommittee, assessed: assess('heavyRain', 0, rules) },
  )
  return save(appeal, accept(appeal, by(officer)))
}
const approved = (fineYuan = 50) => {
  const appeal = taken(fineYuan)
  return save(appeal, decideRelief(appeal, by(officer), '', '沈河网约党函〔2026〕12号'))
}

describe('the steps', () => {
  it('approves with a letter and refuses with a reason', () => {
    expect(approved().reliefCase).toMatchObject({
      decision: { outcome: 'approved', by: { personId: 'officer', title: '承办人' } },
      letter: { number: '沈河网约党函〔2026〕12号', organisation: '沈河区网约配送行业党委', title: '承办人' },
    })
    const no = decideRelief(taken(), by(officer), '那天没下雨', undefined)
    expect(no.patch.reliefCase).toMatchObject({ decision: { outcome: 'refused', words: '那天没下雨' } })
    expect(no.patch.reliefCase?.letter).toBeUndefined()
    expect(no.tell).toMatchObject([{ personId: rider.personId, news: 'reliefRefused' }])
    expect(codeOf(() => decideRelief(taken(), by(officer), '', undefined))).toBe('REASON_NEEDED')
  })

  it.each([
    [50, 'waived', undefined, 50],
    [50, 'partly', 20.5, 20.5],
    [50, 'refused', undefined, 0],
    // What was sent beside counts for nothing.
    [50, 'waived', 7, 50],
    [50, 'refused', 7, 0],
    [0, 'waived', undefined, 0],
    [50, 'partly', undefined, 'RELIEF_YUAN'],
    [50, 'partly', 0, 'RELIEF_YUAN'],
    [50, 'partly', 50, 'RELIEF_YUAN'],
    [0, 'partly', 1, 'RELIEF_YUAN'],
  ] as const)('of %f yuan %s %s: %s', (fine, outcome, yuan, result) => {
    const run = () => answerRelief(approved(fine), by(officer), { outcome, yuan, words: '' })
    if (typeof result === 'string') expect(codeOf(run)).toBe(result)
    else expect(run().patch.reliefCase?.answer?.yuan).toBe(result)
  })

  it('resolves after a letter with the answer, or as unsolved', () => {
    const said = { words: '办完了', photos: [], unsolved: false }
    expect(codeOf(() => resolve(approved(), by(officer), said))).toBe('RELIEF_UNANSWERED')
    expect(codeOf(() => resolve(approved(), by(officer), { ...said, unsolved: true }))).toBeUndefined()
    const appeal = approved()
    const answered = save(
      appeal,
      answerRelief(appeal, by(officer), { outcome: 'refused', yuan: undefined, words: '' }),
    )
    expect(codeOf(() => resolve(answered, by(officer), said))).toBeUndefined()
  })

  it('leaves a log that tells the same', () => {
    const appeal = approved()
    expect(faultOf(appeal)).toBeUndefined()
    expect(appeal.title).toBe('大雨 · 美团罚 50 元')
  })
})

describe('words', () => {
  it.each([
    [50, '50'],
    [12.5, '12.50'],
    [1234, '1,234'],
    [1234567.25, '1,234,567.25'],
    [0, '0'],
  ])('%f yuan: %s', (yuan, words) => expect(yuanWords(yuan)).toBe(words))
  it('calls a fine by its sum, and a rating by its name', () => {
    expect(fineWords({ fineYuan: 50 })).toBe('罚 50 元')
    expect(fineWords({ fineYuan: 0 })).toBe('差评')
    expect(reliefTitle({ platform: '饿了么', fineYuan: 0, cause: 'heavySnow' })).toBe('大雪 · 饿了么差评')
  })
  it.each([
    ['waived', 50, '免了 50 元'],
    ['partly', 20, '免了 20 元'],
    ['waived', 0, '差评撤了'],
    ['refused', 0, '没同意免'],
  ] as const)('%s %i: %s', (outcome, yuan, words) => {
    expect(waivedWords({ outcome, yuan, words: '', at: 1 })).toBe(words)
  })
  it('tells the person what came of it', () => {
    const details = { title: '大雨 · 美团罚 50 元', organisation: '', words: '' }
    expect(newsWords('reliefWaived', { ...details, waived: '免了 50 元' })).toEqual({
      head: '平台答复了',
      sentence: '「大雨 · 美团罚 50 元」平台免了 50 元。',
    })
  })
})

describe('the letter', () => {
  it.each([
    ['沈河区网约配送行业党委', 'tradeCommittee', 'delivery', '沈河网约党函〔2026〕12号'],
    ['沈阳市网约配送行业党委', 'tradeCommittee', 'delivery', '沈阳网约党函〔2026〕12号'],
    ['沈北新区快递行业党委', 'tradeCommittee', 'express', '沈北快递党函〔2026〕12号'],
    ['和平区交通运输行业党委', 'tradeCommittee', 'transport', '和平交运党函〔2026〕12号'],
    ['康平县互联网行业党委', 'tradeCommittee', 'internet', '康平县互联网党函〔2026〕12号'],
    ['沈河区两新工委', 'newSectorCommittee', undefined, '沈河两新函〔2026〕12号'],
    // Renamed by an administrator: the whole name, so that no two bodies share a sign.
    ['沈河骑手之家', 'tradeCommittee', 'delivery', '沈河骑手之家函〔2026〕12号'],
  ] as const)('%s numbers %s %s: %s', (name, kind, trade, number) => {
    expect(letterNumber({ name, kind, ...(trade && { trade }) }, 2026, 12)).toBe(number)
  })
  it('is numbered in the year of Beijing', () => {
    expect(letterYear(Date.parse('2026-12-31T23:59:00+08:00'))).toBe(2026)
    expect(letterYear(Date.parse('2027-01-01T00:00:00+08:00'))).toBe(2027)
  })

  const facts = {
    relief: { ...relief, orderNumber: '****4519' },
    trade: 'delivery',
    assessment: 'eligible',
    letter: {
      number: '沈河网约党函〔2026〕12号',
      at: Date.parse('2026-12-04T10:20:00+08:00'),
      organisation: '沈河区网约配送行业党委',
      title: '承办人',
    },
  } as const
  it('asks for a fine to be waived', () => {
    expect(letterText(facts)).toEqual({
      organisation: '沈河区网约配送行业党委',
      number: '沈河网约党函〔2026〕12号',
      title: '关于请予免除罚款的函',
      addressee: '美团：',
      paragraphs: [
        '一名外卖骑手反映，2026年12月2日14时06分，其在贵平台的订单（订单号 ****4519）被罚款50元。当时正下大雨，路面积水湿滑，非本人过失。',
        '经我单位核定，情况属实，符合免责条件。请贵平台免除该笔罚款50元，恢复由此受影响的评分，并将办理结果函告我单位。',
        '专此函达。',
      ],
      signature: '沈河区网约配送行业党委',
      date: '2026年12月4日',
      handledBy: '经办：承办人',
    })
  })
  it('asks for a rating to be taken back, for every cause, and says nothing of the person', () => {
    for (const cause of Object.keys(reliefCauseNames) as ReliefCause[]) {
      const { title, paragraphs } = letterText({
        ...facts,
        assessment: 'discretion',
        relief: { ...facts.relief, cause, fineYuan: 0 },
      })
      expect(title).toBe('关于请予撤销差评的函')
      expect(paragraphs.join('')).toMatch(/撤销该条差评/)
      expect(paragraphs.join('')).not.toMatch(/分监督|\d{5,}|undefined|罚款/)
    }
  })
})
