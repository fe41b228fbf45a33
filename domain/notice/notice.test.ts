import { describe, expect, it } from 'vitest'
import { accepted, by, resolved, rider, save, submitted, worker } from '../../tests/support/exampleAppeal.ts'
import type { Appeal } from '../appeal/appeal.ts'
import { closeUnanswered, confirm, urge, withdraw } from '../appeal/asking.ts'
import { page } from '../appeal/clockwork.ts'
import type { Decision } from '../appeal/decisions.ts'
import { note } from '../appeal/handling.ts'
import { type News, news, newsWords } from '../appeal/news.ts'
import { asksForAnswer, noticesOf } from './notice.ts'

const told = (before: Appeal, decision: Decision) => noticesOf(save(before, decision), decision.tell)

describe('an inbox item', () => {
  it('is named by its event and its person, and says whose appeal it is to them', () => {
    const appeal = accepted()
    const [item] = told(appeal, urge(appeal, by(rider), ''))
    expect(item).toMatchObject({
      _id: `${appeal._id}-3-worker`,
      personId: 'worker',
      news: 'urged',
      about: { id: appeal._id, as: 'staff' },
      read: false,
    })
    const [back] = told(appeal, note(appeal, by(worker), { words: '约了', photos: [], internal: false }))
    expect(back?.about.as).toBe('person')
  })
  it('never carries contact details, and keeps long words short', () => {
    const appeal = accepted()
    const words = `打 13800138000，${'很'.repeat(80)}`
    const [item] = told(appeal, note(appeal, by(worker), { words, photos: [], internal: false }))
    expect(item?.sentence).not.toContain('13800138000')
    expect(item?.sentence).toMatch(/…$/)
  })
  it('says whose it is when the timer reminds, which belongs to no organisation', () => {
    const appeal = { ...submitted({ urgency: 'urgent' }), named: { personId: 'worker', title: '值班' } }
    const [item] = told(
      appeal,
      page(
        appeal,
        { caller: 'clock', now: appeal.createdAt + 600_000, requestId: 'clock-page-1' },
        undefined,
      ),
    )
    expect(item?.sentence).toContain(`${appeal.organisation.name}的请马上接`)
  })
  it('says how long it can be reopened in this city, and nothing of it once it can’t', () => {
    const done = { ...resolved(), terms: { reopenDays: 20, reopens: 1 } }
    const closed = (appeal: Appeal) => told(appeal, closeUnanswered(appeal, by('clock')))[0]?.sentence
    expect(closed(done)).toContain('没办好，20 天内还能重开。')
    expect(closed({ ...done, reopens: 1 })).not.toContain('重开')
  })
  it('is one’s work for staff, also where they saw it too as passers-by', () => {
    const appeal = { ...accepted(), supporters: ['worker'] }
    expect(told(appeal, urge(appeal, by(rider), ''))[0]?.about.as).toBe('staff')
  })
  it('asks for an answer where one tap gives it', () => {
    const asking = (Object.keys(news) as News[]).filter((each) => asksForAnswer({ news: each }))
    expect(asking).toEqual(['resolved', 'resolvedUnsolved', 'unanswered', 'unmergedResolved'])
  })
  it.each([
    ['confirm', resolved(), (appeal: Appeal) => confirm(appeal, by(rider), 'satisfied', '')],
    ['withdraw', submitted(), (appeal: Appeal) => withdraw(appeal, by(rider), '')],
  ])('is not made for who took the step: %s', (_, appeal, decide) => {
    expect(told(appeal, decide(appeal)).map(({ personId }) => personId)).not.toContain('rider')
  })
})

describe('sentences', () => {
  const say = (kind: News, words: string) =>
    newsWords(kind, { title: '北门锁了', organisation: '凯旋社区', words }).sentence
  it.each<[News, string, string]>([
    ['resolved', '开到 23:00', '「北门锁了」：开到 23:00。满不满意，点一下就行。'],
    ['resolved', '开到 23:00。', '「北门锁了」：开到 23:00。满不满意，点一下就行。'],
    ['resolved', '', '「北门锁了」：满不满意，点一下就行。'],
    ['unsatisfied', '', '「北门锁了」：请接着办。'],
    ['noted', '约了物业', '「北门锁了」：约了物业。'],
    ['noted', '', '「北门锁了」。'],
    ['suspended', '等厂家…', '「北门锁了」在等外面回话：等厂家…'],
    ['accepted', '', '凯旋社区接了「北门锁了」，会给您办到底。'],
  ])('%s, %s', (kind, words, sentence) => expect(say(kind, words)).toBe(sentence))
})
