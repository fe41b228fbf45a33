import { describe, expect, it } from 'vitest'
import type { Appeal } from '../appeal/appeal.ts'
import { deadlines, pageAt } from '../appeal/clocks.ts'
import { nextTick } from '../appeal/clockwork.ts'
import { mustKeep, obstacleTo, type Situation } from '../appeal/possible.ts'
import { changesBetween, effective, faultsOf, noOverrides, tidied } from './overrides.ts'
import {
  appealKeys,
  appealTerms,
  type Numbers,
  settingKeys,
  settingOf,
  settings,
  taskTerms,
} from './settings.ts'
import { requireSound } from './start.ts'
import { settingWords } from './words.ts'

const with_ = (numbers: Numbers) => ({ ...noOverrides, numbers })
const day = 86_400_000
const now = Date.parse('2026-12-02T10:00:00+08:00')

describe('the table', () => {
  it('is sound, and so are its ends where they don’t hang on others', () => {
    expect(() => requireSound('')).not.toThrow()
    for (const key of settingKeys) {
      const { least, most, standard } = settings[key]
      expect([least <= standard, standard <= most, least < most], key).toEqual([true, true, true])
    }
  })

  it.each(settingKeys)('refuses what is beyond the limits of %s, or no whole number', (key) => {
    const { least, most } = settings[key]
    for (const value of [least - 1, most + 1, least + 0.5])
      expect(faultsOf(with_({ [key]: value }))[0]).toContain(settingWords[key].name)
  })

  it.each<[Numbers, string]>([
    [{ answerDays: 10, closeDays: 9 }, '没答复，几天后回访'],
    [{ highResolveDays: 8 }, '较急的多久办完'],
    [{ hardResolveDays: 5 }, '一般的多久办完'],
    [{ suspendedAlone: 16 }, '经办人一次能挂几天'],
    [{ pageMinutes: 30, urgentAcceptMinutes: 20 }, '紧急的没人接'],
    [{ identityDays: 1825 }, '结束后本人身份留几天'],
  ])('refuses what does not go together: %o', (numbers, name) => {
    expect(faultsOf(with_(numbers)).join()).toContain(name)
  })

  it('keeps a category for everything else', () => {
    expect(faultsOf({ numbers: {}, categoriesOff: ['parking'] })).toEqual([])
    expect(faultsOf({ numbers: {}, categoriesOff: ['other'] })).toHaveLength(1)
  })
})

describe('what a start is refused for', () => {
  const row = settings.closeDays
  it.each<[string, Record<string, object>, string, string]>([
    ['a standard beyond its limits', { closeDays: { ...row, standard: 31 } }, '', 'closeDays'],
    ['limits without a choice', { closeDays: { ...row, least: 10, most: 10 } }, '', 'closeDays'],
    [
      'standards that don’t go together',
      { closeDays: { ...row, standard: 3 }, answerDays: { ...settings.answerDays, standard: 9 } },
      '',
      '不能比',
    ],
    ['a template that can’t be read', {}, 'progress=?', 'TARO_APP_TEMPLATES'],
  ])('%s', (_, changed, templates, said) => {
    expect(() => requireSound(templates, { ...settings, ...changed } as typeof settings)).toThrow(said)
  })
})

describe('what was set', () => {
  it('stands before the standard, which stands for everything else', () => {
    const all = effective({ closeDays: 12 })
    expect(all.closeDays).toBe(12)
    expect(all.reopenDays).toBe(settings.reopenDays.standard)
  })

  it('is kept without what is the standard anyway, and says what it changes', () => {
    const after = tidied({ numbers: { closeDays: 10, reopens: 3 }, categoriesOff: ['parking', 'parking'] })
    expect(after).toEqual({ numbers: { reopens: 3 }, categoriesOff: ['parking'] })
    expect(changesBetween(noOverrides, after)).toEqual(['一件能重开几次：2 次改为 3 次', '停车：不再收'])
    expect(changesBetween(after, noOverrides)).toEqual([
      '一件能重开几次：3 次改为 2 次（默认）',
      '停车：重新收',
    ])
  })

  it('is given to an appeal and to a task as far as it concerns them', () => {
    const numbers = { closeDays: 12, proofDays: 3, inboxDays: 100 }
    expect(appealTerms(numbers)).toEqual({ closeDays: 12 })
    expect(taskTerms(numbers)).toEqual({ proofDays: 3 })
    expect(appealTerms({ inboxDays: 100 })).toBeUndefined()
  })
})

describe('an appeal goes by what it was promised', () => {
  const situation = {
    kind: 'request',
    state: 'closed',
    final: false,
    returns: 2,
    reopens: 2,
    reviews: 0,
    urgedAt: now - day,
    endedAt: now - 11 * day,
    followUps: 0,
    children: 0,
    catchAllId: 'above',
    suspensions: { count: 2, days: 4 },
    assistants: [],
    handled: false,
    supported: false,
  } as const satisfies Situation
  it.each<[Parameters<typeof obstacleTo>[0], Numbers]>([
    ['suspend', { suspensions: 3 }],
    ['reopen', { reopens: 3, reopenDays: 12 }],
    ['review', { reopenDays: 12 }],
  ])('%s is possible with %o and not without', (action, terms) => {
    expect(obstacleTo(action, situation, now)).toBeDefined()
    expect(obstacleTo(action, { ...situation, terms }, now)).toBeUndefined()
  })

  it('urges at most every so many days, and says when again', () => {
    expect(obstacleTo('urge', situation, now)).toBeUndefined()
    const obstacle = obstacleTo('urge', { ...situation, terms: { urgeDays: 3 } }, now)
    expect(obstacle).toEqual({ code: 'URGED_LATELY', details: { when: '2 天后' } })
  })

  it('is kept after fewer returns', () => {
    expect(mustKeep(situation)).toBeUndefined()
    expect(mustKeep({ ...situation, terms: { returns: 1 } })).toBe('RETURNED_TOO_OFTEN')
  })

  it.each(['urgent', 'high', 'normal', 'hard'] as const)('%s has its own clocks', (urgency) => {
    const terms = {
      urgentAcceptMinutes: 60,
      urgentResolveHours: 30,
      highAcceptHours: 6,
      highResolveDays: 5,
      acceptDays: 2,
      normalResolveDays: 9,
      hardResolveDays: 20,
    }
    const [usual, own] = [
      deadlines('request', urgency, now),
      deadlines('request', urgency, now, undefined, terms),
    ]
    expect(own.acceptBy).toBeGreaterThan(usual.acceptBy)
    expect(own.resolveBy).toBeGreaterThan(usual.resolveBy ?? 0)
  })

  it('is called out at its own intervals within the first hour, then every hour', () => {
    const minutes = (pages: number) => ((pageAt(now, pages, { pageMinutes: 30 }) ?? 0) - now) / 60_000
    expect([0, 1, 2, 3].map(minutes)).toEqual([30, 60, 120, 180])
    expect(pageAt(now, 20, { pageMinutes: 30 })).toBeUndefined()
  })

  it('is closed and forgotten by its own days', () => {
    const resolved = {
      state: 'resolved',
      resolvedAt: now,
      alarms: { followUp: 'warned' },
    } as unknown as Appeal
    expect(nextTick({ ...resolved, terms: { closeDays: 20 } })).toBe(now + 20 * day)
    const closed = { state: 'closed', reporterId: 'p', endedAt: now } as unknown as Appeal
    expect(nextTick({ ...closed, terms: { identityDays: 200 } })).toBe(now + 200 * day)
  })

  it('knows no other keys than those of the table', () => {
    expect(appealKeys.every((key) => settingOf({}, key) === settings[key].standard)).toBe(true)
  })
})
