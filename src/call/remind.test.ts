// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAll } from '../../tests/support/taro'
import type { Envelope } from './door'
import { Refused } from './refused'

process.env.TARO_APP_TEMPLATES = [
  'progress=id-progress thing1 thing2 time3',
  'work=id-work-news thing1 thing2 time3',
  'urgent=id-urgent-call thing1 thing2 time3',
].join(';')
vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
const asked: string[][] = []
let says: (id: string) => boolean = () => true
vi.mock('./askWeChat', () => ({
  askWeChat: async (ids: string[]) => {
    asked.push(ids)
    return ids.filter((id) => says(id))
  },
}))
const sent: Envelope[] = []
let lost = 0
vi.mock('./call', async () => {
  const { makeCall, newAttempt } = await import('./door')
  return {
    newAttempt,
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      lost -= 1
      if (lost >= 0) throw new Refused('OFFLINE')
      return { ok: true, data: { left: { progress: 1 } } }
    }),
  }
})
const { ask, remindOf, rememberLeft } = await import('./remind')

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
beforeEach(() => {
  forgetAll()
  asked.length = 0
  sent.length = 0
  says = () => true
  lost = 0
})

describe('along the way', () => {
  it('asks in the tap itself for what news comes of it, and has it written down', async () => {
    remindOf('appeal.submit')
    expect(asked).toEqual([['id-progress']])
    await settled()
    expect(sent.map(({ action, input }) => [action, input])).toEqual([
      ['notice.subscribe', { granted: ['progress'] }],
    ])
  })
  it('asks for nothing where no news comes, or no template is set', () => {
    remindOf('appeal.urge')
    remindOf('redemption.ask')
    expect(asked).toEqual([])
  })
  it('leaves who said no alone', async () => {
    says = () => false
    remindOf('appeal.submit')
    await settled()
    remindOf('appeal.submit')
    remindOf('appeal.accept')
    expect(asked).toEqual([['id-progress'], ['id-work-news', 'id-urgent-call']])
    expect(sent).toEqual([])
  })
  it('asks for no more than plenty', () => {
    rememberLeft({ work: 5, urgent: 4 })
    remindOf('appeal.accept')
    rememberLeft({ work: 5, urgent: 5 })
    remindOf('appeal.accept')
    expect(asked).toHaveLength(1)
  })
  it('does not go by what it knew a day ago: some may have been used up', () => {
    vi.useFakeTimers()
    rememberLeft({ progress: 9 })
    remindOf('appeal.submit')
    vi.advanceTimersByTime(86_400_000)
    remindOf('appeal.submit')
    vi.useRealTimers()
    expect(asked).toHaveLength(1)
  })
})

it('what was granted counts once, though the first answer is lost', async () => {
  lost = 1
  says = (id) => id === 'id-urgent-call'
  expect(await ask('inboxOfStaff')).toEqual({ left: { progress: 1 } })
  expect(sent.map(({ input }) => input)).toEqual([{ granted: ['urgent'] }, { granted: ['urgent'] }])
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1)
})
