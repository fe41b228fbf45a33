import type { Parsed } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { granted } from '../../../domain/permission.ts'
import { periodOf, type Reward, stockLeft } from '../../../domain/points/reward.ts'
import { command } from '../../store/collection.ts'
import { organisations } from '../../store/organisations.ts'
import { rewards } from '../../store/rewards.ts'
import { audited, requestKey } from '../audited.ts'
import type { Context, UseCase } from '../useCase.ts'

/** 上架或改一样: into the shop of a community or of the city. What is promised already stays as it was promised. */
export const save: UseCase<'reward.save'> = (context, input) =>
  audited(context, 'reward.save', async (transaction) => {
    const organisation = ownShop(context)
    const before = input.id === undefined ? undefined : await transaction.get(rewards, input.id)
    if (input.id !== undefined && before?.organisation.id !== organisation._id)
      throw new Refusal('REWARD_NOT_FOUND')
    if (before && before.version !== input.version) throw new Refusal('REWARD_STALE')
    const merchant =
      input.merchantId === undefined ? undefined : await transaction.get(organisations, input.merchantId)
    if (input.merchantId !== undefined && merchant?.kind !== 'merchant')
      throw new Refusal('MERCHANT_ELSEWHERE', { name: merchant?.name ?? '选的单位' })
    const reward = rewardOf(context, input, before, organisation, merchant)
    if (before) {
      const { _id, ...fields } = reward
      const { stock, organisation: shop, merchant: by, photo, ...plain } = fields
      await transaction.update(rewards, _id, {
        ...plain,
        stock: command.set(stock),
        organisation: command.set(shop),
        merchant: by ? command.set(by) : command.remove(),
        photo: photo ?? command.remove(),
      })
    } else await transaction.add(rewards, reward)
    const { name, cost, stock } = reward
    return {
      answer: { id: reward._id, version: reward.version },
      organisation,
      words: `${before ? '改' : '上架'}“${name}”：${cost} 分，${stock.size} 份`,
    }
  })

function ownShop({ caller: { hat } }: Context) {
  const kind = hat?.organisation.kind
  if (!hat || !granted('reward.save', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  if (kind !== 'community' && kind !== 'city') throw new Refusal('PLACE_ONLY')
  const { id, name, ancestors } = hat.organisation
  return { _id: id, name, ancestors }
}

function rewardOf(
  context: Context,
  input: Parsed<'reward.save'>,
  before: Reward | undefined,
  organisation: { _id: string; name: string; ancestors: string[] },
  merchant: { _id: string; name: string } | undefined,
): Reward {
  const { now } = context
  const { id: _, version: __, merchantId: ___, photo, from, ...rest } = input
  // More of it, or fewer: what has gone already stays gone.
  const gone =
    before && before.stock.period === input.stock.period ? before.stock.size - stockLeft(before, now) : 0
  return {
    _id: before?._id ?? requestKey(context),
    ...rest,
    ...(photo !== undefined && { photo }),
    bucket: 'volunteer',
    organisation: { id: organisation._id, name: organisation.name },
    scopes: [organisation._id, ...organisation.ancestors],
    ...(merchant && { merchant: { id: merchant._id, name: merchant.name } }),
    // Below zero where more was promised than there is now: what comes back fills that first.
    left: input.stock.size - gone,
    period: periodOf(input, now),
    from: from ?? before?.from ?? now,
    createdAt: before?.createdAt ?? now,
    version: (before?.version ?? 0) + 1,
  }
}
