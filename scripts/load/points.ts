import type { Input } from '../../domain/contract.ts'
import type { Cause } from '../../domain/points/cause.ts'
import type { LocalCloud } from '../../localcloud/start.ts'
import { phoneOf } from './phone.ts'

const kaixuan = '210103014001'
const hour = 3_600_000

const shelf: Omit<Input<'reward.save'>, 'pickUp' | 'perPerson'>[] = [
  { name: '热饮券', kind: 'coupon', unit: '张', cost: 8, stock: { period: 'month', size: 60 } },
  { name: '保暖手套', kind: 'goods', unit: '副', cost: 30, stock: { period: 'once', size: 12 } },
  { name: '电动车检修', kind: 'service', unit: '次', cost: 40, stock: { period: 'month', size: 5 } },
  { name: '加厚雨披', kind: 'goods', unit: '件', cost: 60, stock: { period: 'once', size: 8 } },
  { name: '周末托管名额', kind: 'service', unit: '个', cost: 160, stock: { period: 'month', size: 2 } },
]

/** What a fresh preview has of points: a shop with something in it, and a rider who has earned a few. Once. */
export async function loadPreviewPoints(cloud: LocalCloud, now: number): Promise<void> {
  let requests = 0
  // The same requests at every start: what is there already stays as it is.
  const secretary = phoneOf(
    cloud,
    'preview-secretary',
    `secretary-${kaixuan}`,
    () => `preview-reward-${++requests}`,
  )
  for (const reward of shelf)
    await secretary('reward.save', { ...reward, pickUp: '凯旋社区一楼服务台', perPerson: 2 })
  const rider = phoneOf(cloud, 'preview-rider')
  const { personId } = await rider('person.me', {})
  const { pay } = await import('../../cloudfunctions/carry/pay.ts')
  const { transfers } = await import('../../cloudfunctions/store/transfers.ts')
  // Older than what was paid before would come on top of it at the next start.
  if (await transfers.count({ personId })) return
  for (const cause of earned(personId, now)) await pay(cause, now)
}

function earned(personId: string, now: number): Cause[] {
  const base = { personId, communityId: kaixuan, cityId: '2101' }
  const task = (index: number, title: string, points: number): Cause => ({
    ...base,
    key: `preview:task:${index}`,
    kind: 'taskVerified',
    title,
    points,
    at: now - index * 24 * hour,
  })
  return [
    task(4, '雪后清扫北站路台阶', 16),
    task(3, '社区消防演练引导', 12),
    task(2, '给独居老人捎药', 8),
    { ...task(1, '早高峰校门口看秩序', 4), tags: ['badWeather'] },
    {
      ...base,
      key: 'preview:snap',
      kind: 'snapConfirmed',
      title: '随手拍：消防通道被堵',
      at: now - 2 * hour,
    },
    {
      ...base,
      key: 'preview:food',
      kind: 'foodSafetyConfirmed',
      title: '食品安全：后厨堆着菜',
      at: now - hour,
    },
  ]
}
