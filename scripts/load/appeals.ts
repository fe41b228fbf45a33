import type { Input } from '../../domain/contract.ts'
import type { LocalCloud } from '../../localcloud/start.ts'
import { type Phone, phoneOf } from './phone.ts'

const kaixuan = '210103014001'
type Submission = Input<'appeal.submit'>

/** What waits in the preview when it is fresh, so that everybody whom one can be has something to do. */
const waiting: Submission[] = [
  request('gateAccess', '进个门还得登记身份证号？我一天来十来趟，写十来遍？手都冻僵了', kaixuan),
  { ...request('charging', '换电柜冒烟了，挨着一排电动车，快来人看看', kaixuan), urgency: 'urgent' },
  {
    ...request('obstruction', '早市摆满两边，电动车挤不进去，送早餐超时三回了', kaixuan),
    urgency: 'high',
    identity: 'open',
  },
  request('restSpot', '能不能在北站路找个挡风的地方，等单的时候站五分钟就透了', kaixuan),
  request('penalty', '下雪天超时扣了我十五，路上谁敢骑快，申诉全是机器人回', '210103'),
  { ...request('foodSafety', '这家后厨地上堆着菜，猫在上面走', kaixuan), kind: 'snap' },
  request('unpaidWages', '站点换老板了，前头那个欠我俩月工资，现在谁都不认账', '210103'),
  request('stationFacility', '高架桥底下那个驿站总有人占着打牌，我们进去没地方坐', '210103'),
]

function request(category: Submission['category'], text: string, area: string): Submission {
  return { kind: 'request', category, text, area, trade: 'delivery' }
}

/**
 * Sends them through the functions, as their riders; the preview's own rider gets one in hand and one to answer. When
 * the last one is there, everything is; a load that was broken off is gone through again with the same requests, so
 * that nothing comes twice.
 */
export async function loadPreviewAppeals(cloud: LocalCloud): Promise<void> {
  const passersBy = waiting.map((_, index) => numberedPhone(cloud, `preview-passer-by-${index}`))
  if ((await passersBy.at(-1)?.('appeal.mine', {}))?.rows.length) return
  const rider = numberedPhone(cloud, 'preview-rider')
  const worker = numberedPhone(cloud, 'preview-gridWorker', `gridWorker-${kaixuan}`)
  const inHand = await rider('appeal.submit', request('stationFacility', '驿站微波炉坏了快两周', kaixuan))
  await worker('appeal.accept', { id: inHand.id, version: 1 })
  await worker('appeal.note', { id: inHand.id, version: 2, words: '周五师傅上门修' })
  const toAnswer = await rider(
    'appeal.submit',
    request('gateAccess', '北门晚上九点就锁，绕路七八百米。能不能给骑手留个小门？', kaixuan),
  )
  await worker('appeal.accept', { id: toAnswer.id, version: 1 })
  await worker('appeal.note', { id: toAnswer.id, version: 2, words: '和物业、业委会说定，晚上试开' })
  await worker('appeal.resolve', {
    id: toAnswer.id,
    version: 3,
    words: '北门小门开到 23:00，昨晚试开过，有人值班。',
  })
  for (const [index, submission] of waiting.entries()) await passersBy[index]?.('appeal.submit', submission)
}

/** A phone whose k-th request has the same id in every load. */
function numberedPhone(cloud: LocalCloud, openid: string, hat?: string): Phone {
  let requests = 0
  return phoneOf(cloud, openid, hat, () => `${openid}-${++requests}`)
}
