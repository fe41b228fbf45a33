import type { ActionName, Output } from '../../../domain/contract.ts'
import { shippedRules } from '../../../domain/points/rules.ts'
import type { Somebody } from '../../load/people.ts'
import { personId } from './crowd.ts'

export const community = '210103014001'
const rider = 'o-crowd-0'
const secretary = { who: 'bench-secretary', hat: `secretary-${community}` }
const clerk = { who: 'bench-clerk', hat: `clerk-${community}` }
const city = { who: 'bench-city', hat: 'administrator-2101' }

export const hats: readonly Omit<Somebody, 'name' | 'note'>[] = [
  { openid: secretary.who, role: 'secretary', organisationId: community },
  { openid: clerk.who, role: 'clerk', organisationId: community },
  { openid: city.who, role: 'administrator', organisationId: '2101' },
]

export interface Step {
  name: string
  who: string
  hat?: string
  action: ActionName
  /** Wire requests at most, of each of so many. */
  most: number
  each?: number
  input: (answers: Record<string, unknown>, now: number) => object | Promise<object>
}

const asked = (answers: Record<string, unknown>) => answers.ask as Output<'redemption.ask'>
const batch = 50

/** What is done with points in a day, one after the other; each may use what the ones before answered. */
export const steps: readonly Step[] = [
  { name: 'my points', who: rider, action: 'points.mine', most: 3, input: () => ({}) },
  {
    name: 'statement',
    who: rider,
    action: 'points.statement',
    most: 2,
    input: (_, now) => ({ month: new Date(now + 8 * 3_600_000).toISOString().slice(0, 7) }),
  },
  { name: 'shop', who: rider, action: 'reward.shop', most: 4, input: () => ({ of: 'community' }) },
  { name: 'reward', who: rider, action: 'reward.view', most: 4, input: () => ({ id: 'bench-0' }) },
  { name: 'ask', who: rider, action: 'redemption.ask', most: 9, input: () => ({ rewardId: 'bench-0' }) },
  { name: 'queue', ...secretary, action: 'redemption.queue', most: 4, input: () => ({}) },
  {
    name: 'approve a batch of 50',
    ...secretary,
    action: 'redemption.approve',
    most: 6,
    each: batch,
    input: async (answers) => {
      const { redemptions } = await import('../../../cloudfunctions/store/redemptions.ts')
      const { ask: mould } = answers
      const first = await redemptions.get((mould as Output<'redemption.ask'>).id)
      if (!first) throw new Error('nothing was asked for')
      const others = Array.from({ length: batch }, (_, index) => ({
        ...first,
        _id: `bench-redemption-${index}`,
        code: `${first.code}${index}`,
        personId: personId(500 + index),
        points: 1,
      }))
      await redemptions.add(...others)
      return { ids: others.map(({ _id }) => _id) }
    },
  },
  {
    name: 'approve one',
    ...secretary,
    action: 'redemption.approve',
    most: 9,
    input: (answers) => ({ ids: [asked(answers).id] }),
  },
  {
    name: 'code',
    who: rider,
    action: 'redemption.view',
    most: 2,
    input: (answers) => ({ id: asked(answers).id }),
  },
  { name: 'check', ...clerk, action: 'redemption.check', most: 4, input: codeOf },
  {
    name: 'hand over',
    ...clerk,
    action: 'redemption.fulfil',
    most: 12,
    input: async (answers) => ({ id: asked(answers).id, ...(await codeOf(answers)) }),
  },
  {
    name: 'ask for another',
    who: rider,
    action: 'redemption.ask',
    most: 9,
    input: () => ({ rewardId: 'bench-1' }),
  },
  {
    name: 'give up',
    who: rider,
    action: 'redemption.cancel',
    most: 12,
    input: (answers) => ({ id: (answers['ask for another'] as Output<'redemption.ask'>).id }),
  },
  {
    name: 'preview of rules',
    ...secretary,
    action: 'pointsRules.preview',
    most: 2,
    input: () => ({ rules: shippedRules.map((rule) => ({ ...rule, points: 3 })) }),
  },
  { name: 'check the ledger of 100', ...city, action: 'points.reconcile', most: 10, input: () => ({}) },
]

async function codeOf(answers: Record<string, unknown>): Promise<{ code: string }> {
  const { redemptions } = await import('../../../cloudfunctions/store/redemptions.ts')
  return { code: (await redemptions.get(asked(answers).id))?.code ?? '' }
}

/** What the shop offers, and people of the crowd who can ask for it. */
export async function loadShop(openids: readonly string[]): Promise<void> {
  const { rewards } = await import('../../../cloudfunctions/store/rewards.ts')
  const { people } = await import('../../../cloudfunctions/store/people.ts')
  const { organisations } = await import('../../../cloudfunctions/store/organisations.ts')
  const place = await organisations.get(community)
  if (!place) throw new Error('the community is not loaded')
  const offered = (id: string, size: number) => ({
    _id: id,
    name: '保暖手套',
    kind: 'goods' as const,
    words: '',
    unit: '副',
    cost: 2,
    bucket: 'volunteer' as const,
    organisation: { id: place._id, name: place.name },
    scopes: [place._id, ...place.ancestors],
    pickUp: '一楼',
    stock: { period: 'once' as const, size },
    left: size,
    period: '',
    perPerson: 3,
    cancellable: true,
    from: 0,
    until: null,
    shown: true,
    createdAt: 0,
    version: 1,
  })
  await rewards.add(
    ...Array.from({ length: 30 }, (_, index) => offered(`bench-${index}`, 1000)),
    offered('bench-last', 5),
  )
  await people.add(
    ...openids.map((openid, index) => ({
      _id: personId(index),
      openid,
      trade: 'delivery' as const,
      appointments: [],
      community: { id: place._id, name: place.name },
      createdAt: 0,
    })),
  )
}
