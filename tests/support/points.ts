import { consentVersion } from '../../domain/people/limits.ts'
import type { Cause } from '../../domain/points/cause.ts'
import type { Bucket } from '../../domain/points/ledger.ts'
import type { Reward } from '../../domain/points/reward.ts'
import type { Phone } from './cloud.ts'

export const kaixuan = '210103014001'
let causes = 0

/** A cause that pays a person in 凯旋社区; a new one each time. */
export function causeFor(personId: string, over: Partial<Cause> = {}): Cause {
  causes += 1
  return {
    key: `claim:test-${causes}:verified`,
    kind: 'taskVerified',
    personId,
    communityId: kaixuan,
    cityId: '2101',
    title: '早高峰校门口看秩序',
    at: Date.now(),
    about: { what: 'task', id: `test-${causes}` },
    ...over,
  }
}

/** Lets somebody have points, past every limit, as the ledger itself would write them. */
export async function give(
  personId: string,
  points: number,
  at = Date.now(),
  bucket: Bucket = 'volunteer',
): Promise<void> {
  const { pay } = await import('../../domain/points/booking.ts')
  const { accountIn, book } = await import('../../cloudfunctions/store/accounts.ts')
  const { inTransaction } = await import('../../cloudfunctions/store/transaction.ts')
  const cause = causeFor(personId, { at })
  const basis = { scope: '2101', version: 1, tags: [] }
  await inTransaction(async (transaction) => {
    const account = await accountIn(transaction, personId)
    const reckoned = { points, bucket, arithmetic: `${points} 分`, basis }
    await book(transaction, account, pay({ ...account, paid: [] }, cause, reckoned, at))
  })
}

/** Registers a phone's owner with a community. */
export async function register(phone: Phone, communityId = kaixuan, nickname = '小蜂'): Promise<void> {
  await phone.call('person.register', { nickname, trade: 'delivery', communityId, consentVersion })
}

/** Puts a reward on the shelf of 凯旋社区. */
export async function shelve(over: Partial<Reward> = {}): Promise<Reward> {
  const { rewards } = await import('../../cloudfunctions/store/rewards.ts')
  const { organisations } = await import('../../cloudfunctions/store/organisations.ts')
  const place = await organisations.get(over.organisation?.id ?? kaixuan)
  if (!place) throw new Error('the community is not loaded')
  const reward: Reward = {
    _id: 'gloves',
    name: '保暖手套',
    kind: 'goods',
    words: '加绒，均码',
    unit: '副',
    cost: 30,
    bucket: 'volunteer',
    scopes: [place._id, ...place.ancestors],
    pickUp: '凯旋社区一楼服务台',
    stock: { period: 'once', size: 12 },
    left: 12,
    period: '',
    perPerson: 1,
    cancellable: true,
    from: 0,
    until: null,
    shown: true,
    createdAt: Date.now(),
    version: 1,
    ...over,
    organisation: { id: place._id, name: place.name },
  }
  await rewards.put(reward)
  return reward
}

/** A redemption of a new reward that waits for its secretary; its id. */
export async function redemptionOf(
  phone: Phone,
  communityId: string,
  over: Partial<Reward> = {},
): Promise<string> {
  await register(phone, communityId)
  const reward = await shelve(over)
  await give(await phone.personId(), reward.cost)
  return (await phone.call('redemption.ask', { rewardId: reward._id })).id
}

/** A payment of somebody that waits for a judgement in 凯旋社区, since a photo of it was used before; its id. */
export async function heldPayment(personId: string, over: Partial<Cause> = {}): Promise<string> {
  const { pay } = await import('../../cloudfunctions/carry/pay.ts')
  const { transferId } = await import('../../domain/points/transfer.ts')
  const cause = causeFor(personId, { points: 6, ...over })
  const reused = { photo: 'cloud://e/photos/2.jpg', title: '任务：扫雪', at: cause.at, own: true }
  await pay(cause, cause.at, [reused])
  return transferId(cause.key)
}

/** The check of the whole ledger: what is wrong, and how much was looked at. */
export async function reconciled(): Promise<{ persons: number; faults: { id: string; fault: string }[] }> {
  const { checkSome } = await import('../../cloudfunctions/carry/reconcile.ts')
  const all = { persons: 0, faults: [] as { id: string; fault: string }[] }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { persons, faults, next } = await checkSome(after)
    all.persons += persons
    all.faults.push(...faults)
    after = next
  }
  return all
}
