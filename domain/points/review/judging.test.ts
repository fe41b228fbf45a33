import { describe, expect, it } from 'vitest'
import { codeOf, community, hat, sent } from '../../../tests/support/exampleAppeal.ts'
import type { Caller } from '../../people/roles.ts'
import { type Account, availableOf, emptyAccount } from '../account.ts'
import type { Booking } from '../booking.ts'
import { type Cause, reversalOf } from '../cause.ts'
import { sumOf, type Transfer } from '../ledger.ts'
import { reckon } from '../reckoning.ts'
import { personFaults } from '../reconcile.ts'
import { startingRules } from '../rules.ts'
import { transferId } from '../transfer.ts'
import { appeal, drop, judge, judgedKey, reverseHeld, settle } from './judging.ts'
import {
  fitsReview,
  type Review,
  type ReviewAction,
  type ReviewState,
  reviewNames,
  reviewSteps,
} from './review.ts'
import { reviewNotices } from './telling.ts'

const city = startingRules('city', true)
const minute = 60_000
const place = { _id: community._id, name: community.name, ancestors: ['street', 'district', 'city'] }
const rider: Caller = { personId: 'rider', hat: undefined }
const secretary = (personId: string): Caller => ({ personId, hat: hat(community, 'secretary') })
const reused = [{ photo: 'cloud://e/2.jpg', title: '任务：扫雪', at: sent, own: true }]

let steps = 0
const by = (caller: Caller, now = sent + minute) => {
  steps += 1
  return { caller, now, key: `key-${steps}` }
}
const work = (over: Partial<Cause> = {}): Cause => ({
  key: 'claim:1:verified',
  kind: 'taskVerified',
  personId: 'rider',
  communityId: community._id,
  cityId: 'city',
  title: '任务：看秩序',
  at: sent,
  points: 6,
  ...over,
})

/** A person's account with its ledger and what is held of it. */
interface Books {
  account: Account
  transfers: Transfer[]
  reviews: Review[]
}
const empty: Books = { account: emptyAccount('rider'), transfers: [], reviews: [] }
const after = (books: Books, bookings: Booking[], review?: Review): Books => ({
  account: bookings.at(-1)?.account ?? books.account,
  transfers: [...books.transfers, ...bookings.map(({ transfer }) => transfer)],
  reviews: review ? [...books.reviews.filter(({ _id }) => _id !== review._id), review] : books.reviews,
})
function carried(books: Books, cause: Cause, photos = reused): Books {
  const reckoned = reckon(cause, books.account.paid, undefined, city)
  if (!reckoned) throw new Error('nothing is paid')
  const { booking, held } = settle(books.account, cause, reckoned, photos, sent)
  return after(books, [booking], held?.(place))
}
const reviewOf = ({ reviews }: Books): Review => reviews.at(-1) ?? fail()
const fail = (): never => {
  throw new Error('nothing is held')
}
function judgedBy(books: Books, caller: Caller, pays: boolean, words = '看不清'): Books {
  const { review, bookings } = judge(books.account, reviewOf(books), { pays, words }, by(caller))
  return after(books, bookings, review)
}
function appealed(books: Books): Books {
  return after(books, [], appeal(reviewOf(books), '我两次都在那儿', by(rider)))
}
function takenBack(books: Books, cause: Cause): Books {
  const stands = books.transfers.find(({ _id }) => _id === transferId(cause.key)) ?? fail()
  const judged = books.transfers.find(({ _id }) => _id === transferId(judgedKey(cause.key)))
  const { review, bookings } = reverseHeld(
    books.account,
    reviewOf(books),
    { stands, judged },
    reversalOf(cause, sent + minute),
    sent + minute,
  )
  return after(books, bookings, review)
}
const has = ({ account }: Books) => availableOf(account.buckets.volunteer) + account.buckets.volunteer.owed
const faultsOf = ({ account, transfers, reviews }: Books) =>
  personFaults('rider', account, transfers, 0, reviews)

describe('a payment of which something was found', () => {
  it('is held whole: nothing moves, a line says so, and the ledger agrees', () => {
    const books = carried(empty, work())
    expect(has(books)).toBe(0)
    expect(books.transfers).toMatchObject([{ kind: 'wait', legs: [], held: 6, arithmetic: '待人工核对' }])
    expect(reviewOf(books)).toMatchObject({
      _id: books.transfers[0]?._id,
      state: 'waiting',
      reckoned: { points: 6 },
      inPart: false,
      flags: [{ flag: 'photoReused' }],
      scopes: [community._id, 'street', 'district', 'city'],
    })
    expect(faultsOf(books)).toEqual([])
  })

  it('is paid for the same sum when it is judged so, and counts into the limits then', () => {
    const books = judgedBy(carried(empty, work()), secretary('s-1'), true, '')
    expect(has(books)).toBe(6)
    expect(books.account.paid).toMatchObject([{ what: 'taskVerified', points: 6 }])
    expect(books.transfers.at(-1)).toMatchObject({ kind: 'pay', arithmetic: '6 分，核对后发的', at: sent })
    expect(faultsOf(books)).toEqual([])
  })

  it('is not held where nothing would be paid', () => {
    const books = carried(empty, work({ points: 0 }))
    expect(books.reviews).toEqual([])
    expect(books.transfers).toMatchObject([{ kind: 'pay', legs: [] }])
  })

  it('is judged by whoever may see it alone where it is confidential', () => {
    const books = carried(empty, work({ evidence: { confidentialTo: community._id } }))
    expect(reviewOf(books).scopes).toEqual([community._id])
  })
})

describe('a promise above a limit', () => {
  const busy = [18, 2].reduce((books, points, index) => {
    const cause = work({ key: `claim:busy-${index}:verified`, points })
    return carried(books, cause, [])
  }, empty)
  const eighteen = carried(empty, work({ key: 'claim:busy:verified', points: 18 }), [])

  it('is paid up to the limit, and the rest waits', () => {
    const books = carried(eighteen, work(), [])
    expect(has(books)).toBe(20)
    expect(reviewOf(books)).toMatchObject({
      inPart: true,
      reckoned: { points: 4 },
      flags: [{ flag: 'aboveCap', points: 4, period: 'day', most: 20 }],
    })
    expect(faultsOf(books)).toEqual([])
    const paid = judgedBy(books, secretary('s-1'), true)
    expect(has(paid)).toBe(24)
    expect(paid.transfers.at(-1)?.basis).toBeUndefined()
    expect(faultsOf(paid)).toEqual([])
  })
  it('waits whole where nothing is left of the limit, and where another flag is found beside', () => {
    expect(has(carried(busy, work(), []))).toBe(20)
    expect(reviewOf(carried(busy, work(), []))).toMatchObject({ reckoned: { points: 6 } })
    const both = carried(eighteen, work())
    expect(has(both)).toBe(18)
    expect(reviewOf(both)).toMatchObject({
      inPart: false,
      reckoned: { points: 6, arithmetic: '6 分' },
      flags: [{ flag: 'photoReused' }, { flag: 'aboveCap' }],
    })
  })
  it('is taken back in both parts', () => {
    const paid = judgedBy(carried(eighteen, work(), []), secretary('s-1'), true)
    const back = takenBack(paid, work())
    expect(has(back)).toBe(18)
    expect(faultsOf(back)).toEqual([])
    const waiting = takenBack(carried(eighteen, work(), []), work())
    expect(has(waiting)).toBe(18)
    expect(reviewOf(waiting).state).toBe('dropped')
    expect(faultsOf(waiting)).toEqual([])
  })
})

describe('who judges', () => {
  const held = carried(empty, work())
  const pair = carried(empty, work({ evidence: { mutual: { verifierId: 's-1', times: 3, back: 3 } } }))
  const denied = judgedBy(held, secretary('s-1'), false)
  it.each<[string, Books, Caller, string | undefined]>([
    ['never one’s own', held, secretary('rider'), 'REVIEW_OWN'],
    ['not who verified it, where the two verify each other', pair, secretary('s-1'), 'REVIEW_ANOTHER'],
    ['but somebody else', pair, secretary('s-2'), undefined],
    ['after an appeal not who judged before', appealed(denied), secretary('s-1'), 'REVIEW_ANOTHER'],
    ['but somebody else then', appealed(denied), secretary('s-2'), undefined],
    ['nobody while no appeal is made', denied, secretary('s-2'), 'REVIEW_MOVED'],
  ])('%s', (_, books, caller, code) => {
    expect(codeOf(() => judgedBy(books, caller, true))).toBe(code)
  })
  it('says why it does not pay', () => {
    expect(codeOf(() => judgedBy(held, secretary('s-1'), false, ''))).toBe('REASON_NEEDED')
  })
  it('pays once', () => {
    const paid = judgedBy(held, secretary('s-1'), true)
    expect(codeOf(() => judgedBy(paid, secretary('s-2'), true))).toBe('REVIEW_MOVED')
  })
})

describe('an appeal', () => {
  const denied = judgedBy(carried(empty, work()), secretary('s-1'), false)
  it('is made once, and what is said then stands', () => {
    const upheld = judgedBy(appealed(denied), secretary('s-2'), false, '还是看不清')
    expect(reviewOf(upheld).state).toBe('upheld')
    expect(codeOf(() => appealed(upheld))).toBe('REVIEW_MOVED')
    expect(faultsOf(upheld)).toEqual([])
    const paid = judgedBy(appealed(denied), secretary('s-2'), true)
    expect(has(paid)).toBe(6)
    expect(codeOf(() => appealed(paid))).toBe('REVIEW_MOVED')
  })
})

it.each<[string, (books: Books) => Books, ReviewState]>([
  ['waits', (books) => books, 'dropped'],
  ['was denied', (books) => judgedBy(books, secretary('s-1'), false), 'dropped'],
  ['was appealed', (books) => appealed(judgedBy(books, secretary('s-1'), false)), 'dropped'],
  ['was paid', (books) => judgedBy(books, secretary('s-1'), true), 'paid'],
])('what %s is taken back to nothing, and stays so', (_, so, state) => {
  const books = takenBack(so(carried(empty, work())), work())
  expect(has(books)).toBe(0)
  expect(reviewOf(books).state).toBe(state)
  expect(codeOf(() => judgedBy(books, secretary('s-3'), true))).toBe('REVIEW_MOVED')
  expect(
    sumOf(
      books.transfers.flatMap(({ legs }) => legs),
      'available',
    ),
  ).toBe(0)
})

describe('the table of steps', () => {
  const states = Object.keys(reviewNames) as ReviewState[]
  const actions = Object.keys(reviewSteps) as ReviewAction[]
  it('leads from waiting to every state, and nowhere from what is final', () => {
    const reached = new Set<ReviewState>(['waiting'])
    for (const _ of states)
      for (const action of actions)
        for (const state of reached) if (fitsReview(action, state)) reached.add(reviewSteps[action].to)
    expect([...reached].sort()).toEqual([...states].sort())
    for (const final of ['paid', 'upheld', 'dropped'] as const)
      expect(actions.filter((action) => fitsReview(action, final))).toEqual([])
  })
})

describe('what the person is told', () => {
  it('that it waits, and nothing of why', () => {
    const [notice] = reviewNotices(reviewOf(carried(empty, work())))
    expect(notice).toMatchObject({ personId: 'rider', about: { as: 'review' }, read: false })
    expect(`${notice?.head}${notice?.sentence}`).toContain('6 分待人工核对')
    expect(`${notice?.head}${notice?.sentence}`).not.toMatch(/照片|用过/)
  })
  it('why it was not paid and what to do; at the end no more', () => {
    const denied = judgedBy(carried(empty, work()), secretary('s-1'), false, '照片看不清')
    expect(reviewNotices(reviewOf(denied)).at(-1)?.sentence).toBe(
      '“任务：看秩序”的 6 分没发：照片看不清。不认同，点开申诉一次，换别人再看。',
    )
    const upheld = judgedBy(appealed(denied), secretary('s-2'), false)
    expect(reviewNotices(reviewOf(upheld)).map(({ _id }) => _id.split('-').at(-1))).toEqual([
      'waiting',
      'denied',
      'upheld',
    ])
  })
  it('nothing of what they did themselves, nor of what is dropped', () => {
    const told = { ...reviewOf(carried(empty, work())), outbox: [] }
    const denied = { ...reviewOf(judgedBy(carried(empty, work()), secretary('s-1'), false)), outbox: [] }
    expect(reviewNotices(drop(told, by(rider)))).toEqual([])
    expect(reviewNotices(appeal(denied, '在的', by(rider)))).toEqual([])
  })
})
