import { describe, expect, it } from 'vitest'
import { againAfter, asThing, asTime, compose, type Quota, sendingOf } from './messages.ts'
import type { Notice } from './notice.ts'
import { pageOf } from './pages.ts'
import { askedAt, templateKeys, templatesAtOnce, templatesOf } from './templates.ts'

let made = 0
const item = (
  news: Notice['news'],
  at = 1000,
  about: Notice['about'] = { id: 'a', as: 'person' },
): Notice => {
  made += 1
  const head = `${news} ${made}`
  return { _id: `${made}`, personId: 'p', at, news, head, sentence: `「北门」${made}`, about, read: false }
}
const newsLeft = (due: readonly Notice[], quota: Quota) => compose(due, quota).left.map(({ news }) => news)

describe('what goes out', () => {
  it('one item says itself and leads to its page', () => {
    const resolved = item('resolved')
    expect(compose([resolved], { progress: 1 })).toEqual({
      message: {
        template: 'progress',
        noticeIds: [resolved._id],
        at: 1000,
        what: resolved.head,
        note: resolved.sentence,
        about: { id: 'a', as: 'person' },
      },
      left: [],
    })
  })
  it('several go as one, what must be heard first; it leads to the inbox, or to the one thing they are all about', () => {
    const [noted, resolved, elsewhere] = [
      item('noted', 3000),
      item('resolved', 2000),
      item('declined', 1000, { id: 'b', as: 'person' }),
    ]
    const { message } = compose([noted, resolved, elsewhere], { progress: 2 })
    expect(message).toMatchObject({
      what: '有 3 条新消息',
      note: [resolved, elsewhere, noted].map(({ head }) => head).join('；'),
      about: 'inbox',
      at: 3000,
    })
    expect(compose([noted, resolved], { progress: 2 }).message?.about).toEqual({ id: 'a', as: 'person' })
  })
  it.each<[string, Quota, Notice['news'][], Notice['news'][]]>([
    ['nothing is granted', {}, ['resolved', 'assigned'], ['resolved', 'assigned']],
    [
      'the last one is kept for what must be heard',
      { progress: 1 },
      ['noted', 'accepted'],
      ['noted', 'accepted'],
    ],
    ['the last one goes for what must be heard', { progress: 1 }, ['resolved'], []],
    ['with two there is one for progress too', { progress: 2 }, ['noted'], []],
    ['another template is no help', { task: 5 }, ['resolved'], ['resolved']],
    ['what is only for the inbox', { progress: 5 }, ['resumed', 'satisfied'], ['resumed', 'satisfied']],
  ])('%s', (_, quota, news, left) => {
    const due = news.map((each) => item(each))
    expect(newsLeft(due, quota)).toEqual(left)
    expect(compose(due, quota).message === undefined).toBe(left.length === news.length)
  })
  it('nothing goes out about what has been read', () => {
    const due = [
      { ...item('resolved'), read: true },
      { ...item('urgent'), read: true },
    ]
    expect(compose(due, { progress: 3, urgent: 3 }).message).toBeUndefined()
    expect(compose(due, { progress: 3, urgent: 3 }).left).toEqual(due)
  })
  it('danger goes before everything, by itself, and the rest stays due', () => {
    const [assigned, urgent] = [item('assigned', 5000), item('urgent', 1000)]
    const { message, left } = compose([assigned, urgent], { work: 3, urgent: 1 })
    expect(message).toMatchObject({ template: 'urgent', noticeIds: [urgent._id] })
    expect(left).toEqual([])
  })
  it('danger has messages of its own, which nothing else uses up', () => {
    expect(newsLeft([item('urgent')], { work: 9, progress: 9 })).toEqual(['urgent'])
    expect(newsLeft([item('assigned')], { urgent: 9 })).toEqual(['assigned'])
  })
})

describe('fields', () => {
  it.each([
    ['北门锁了', '北门锁了'],
    ['  北门\n锁了 ', '北门 锁了'],
    ['', '点开看看'],
    ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
    ['👍'.repeat(21), `${'👍'.repeat(19)}…`],
  ])('%j is sent as %j', (words, sent) => expect(asThing(words)).toBe(sent))
  it('say the time in China', () => expect(asTime(Date.UTC(2026, 11, 31, 16, 5))).toBe('2027-01-01 00:05'))
  it.each([
    [{ id: 'a', as: 'staff' }, 'work/detail/index?id=a'],
    [{ id: 'a', as: 'passerBy' }, 'appeal/seen/index?id=a'],
    ['inbox', 'notice/index'],
  ] as const)('lead from %j to %s', (about, page) => expect(pageOf(about)).toBe(page))
})

describe('WeChat’s answer', () => {
  it.each([
    [0, 'sent'],
    [43101, 'refused'],
    [-1, 'busy'],
    [45009, 'busy'],
    [47003, 'wrong'],
    [41030, 'wrong'],
    [40014, 'busy'],
    [-604100, 'busy'],
    [-604101, 'busy'],
    [-604104, 'busy'],
    [-501003, 'busy'],
    [-501004, 'busy'],
    // Too late, or broken on the way: it may have gone out.
    [-501001, 'unknown'],
    [-501002, 'unknown'],
    [-604102, 'unknown'],
    [-604103, 'unknown'],
    [-601003, 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%s means %s', (code, outcome) => expect(sendingOf(code)).toBe(outcome))
  it('is waited for longer each time, and not for ever', () => {
    const waits = Array.from({ length: 7 }, (_, tries) => againAfter(tries))
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, undefined].map((minutes) => minutes && minutes * 60_000))
  })
})

describe('templates', () => {
  const setting = 'progress=abcdefgh_1 thing1 thing2 time3; urgent=ABCDEFGH-2 thing4 thing10 time12;'
  it('are read from their setting', () => {
    expect([...templatesOf(setting)]).toEqual([
      ['progress', { id: 'abcdefgh_1', what: 'thing1', note: 'thing2', at: 'time3' }],
      ['urgent', { id: 'ABCDEFGH-2', what: 'thing4', note: 'thing10', at: 'time12' }],
    ])
    expect(templatesOf('').size).toBe(0)
  })
  it.each([
    'progress',
    'progress=short thing1 thing2 time3',
    'other=abcdefgh_1 thing1 thing2 time3',
    'progress=abcdefgh_1 phrase1 thing2 time3',
    'progress=abcdefgh_1 thing1 thing2',
    'progress=abcdefgh_1 thing1 thing2 time3 thing4',
  ])('are not guessed from %j', (text) => expect(() => templatesOf(text)).toThrow(/a template is set as/))
  it('are asked for as many as every phone takes', () => {
    for (const keys of Object.values(askedAt)) expect(keys.length).toBeLessThanOrEqual(templatesAtOnce)
    expect(new Set(Object.values(askedAt).flat())).toEqual(new Set(templateKeys))
  })
})
