import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  day,
  codeOf as refusalOf,
  resolved,
  rider,
  save,
  sent,
  submitted,
  worker,
} from '../../tests/support/exampleAppeal.ts'
import type { Appeal } from '../appeal/appeal.ts'
import { confirm, withdraw } from '../appeal/asking.ts'
import { forget } from '../appeal/forget.ts'
import { faultOf } from '../appeal/verify.ts'
import type { Caller } from '../people/roles.ts'
import { claim } from './claim.ts'
import { claimCode, claimDays, codeOf, codeWords, type Filing, isClaimed, phoneNumber } from './filing.ts'

const messenger: Caller = { personId: 'messenger', hat: worker.hat && { ...worker.hat, role: 'messenger' } }
const filed = (): Appeal =>
  submitted({}, { caller: messenger, filedBy: { personId: 'messenger', title: '社情传递员' } })
const filing = (over: Partial<Filing> = {}): Filing => ({
  _id: filed()._id,
  code: '1234567890',
  phone: '13800138000',
  at: sent,
  claimedAt: null,
  ...over,
})

describe('filed for somebody else', () => {
  it('says who filed it, under their hat; answers for the person are logged as theirs', () => {
    const appeal = filed()
    expect(appeal.events[0]?.actor).toMatchObject({ role: 'messenger', organisation: { id: '凯旋' } })
    const answered = confirm(resolved(accepted(appeal)), by(messenger), 'satisfied', '')
    expect(answered.event.actor).toEqual({ personId: 'messenger', role: 'person', title: '代报人' })
    expect(isClaimed(appeal)).toBe(false)
  })

  it('the person claims it once, and it is theirs: told, answering; the log tells it again', () => {
    const before = accepted(filed())
    const after = save(before, claim(before, filing(), by(rider)))
    expect(after).toMatchObject({ reporterId: 'rider', state: 'accepted', version: 3 })
    expect(isClaimed(after)).toBe(true)
    expect(faultOf(after)).toBeUndefined()
    expect(
      refusalOf(() => claim(after, filing({ claimedAt: 1 }), by({ personId: 'x', hat: undefined }))),
    ).toBe('CLAIM_TAKEN')
    expect(confirm(resolved(after), by(rider), 'satisfied', '').event.actor.title).toBe('本人')
  })

  it('forgets who claimed it, and the log stands', () => {
    const before = filed()
    const claimed = save(before, claim(before, filing(), by(rider)))
    const ended = save(claimed, withdraw(claimed, by(rider), ''))
    const gone = { ...ended, ...forget(ended) }
    expect(gone.reporterId).toBe('')
    expect(JSON.stringify(gone)).not.toContain('"rider"')
    expect(faultOf(gone)).toBeUndefined()
  })

  it.each<[string, () => unknown, string]>([
    ['who filed it', () => claim(filed(), filing(), by(messenger)), 'CLAIM_OWN'],
    ['who took it on', () => claim(accepted(filed()), filing(), by(worker)), 'CLAIM_OWN'],
    ['a day too late', () => claim(filed(), filing(), by(rider, sent + claimDays * day + 1)), 'CLAIM_OVER'],
    [
      'what was withdrawn',
      () => {
        const gone = save(filed(), withdraw(filed(), by(messenger), ''))
        claim(gone, filing(), by(rider))
      },
      'CLAIM_OVER',
    ],
  ])('refuses %s', (_, run, code) => {
    expect(refusalOf(run)).toBe(code)
  })
})

it.each([
  ['13800138000', true],
  ['02488888888', true],
  ['024-8888888', true],
  ['12800138000', false],
  ['1380013800', false],
  ['13800138000;', false],
])('%s is a phone number: %s', (number, is) => expect(phoneNumber.test(number)).toBe(is))

it('reads codes as people write them', () => {
  expect(codeWords('1234567890')).toBe('123 456 7890')
  expect(codeOf('123 456-7890 ')).toMatch(claimCode)
})
