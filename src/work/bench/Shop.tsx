import Taro from '@tarojs/taro'
import type { HatView } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { QueueDoor } from './QueueDoor'

/** What has to do with points: approving, handing over, what the shop offers. */
export function Shop({ hat }: { hat: HatView }) {
  const may = (
    action:
      | 'redemption.approve'
      | 'redemption.fulfil'
      | 'reward.save'
      | 'pointsReview.judge'
      | 'honour.nominate',
  ) => granted(action, hat.role, ['organisation'])
  const go = (url: string) => () => Taro.navigateTo({ url })
  const { kind } = hat.organisation
  const hasShop = kind === 'community' || kind === 'city'
  const rows = [
    may('redemption.fulfil') && (
      <Row
        key="counter"
        icon="ticket-check"
        title="核销"
        meta="扫领取码，看清了再给"
        onTap={go('/work/counter/index')}
      />
    ),
    may('redemption.approve') && <QueueDoor key="approvals" queue="approvals" />,
    may('pointsReview.judge') && <QueueDoor key="reviews" queue="reviews" />,
    may('reward.save') && hasShop && (
      <Row
        key="rewards"
        icon="gift"
        title="积分超市"
        meta="上架什么、要多少分、有多少"
        onTap={go('/work/rewards/index')}
      />
    ),
    may('reward.save') && hasShop && (
      <Row
        key="rules"
        icon="wrench"
        title="积分规则"
        meta="什么事给几分，社区可以另定"
        onTap={go('/admin/points/index')}
      />
    ),
    may('honour.nominate') && <QueueDoor key="honours" queue="honours" />,
  ].filter(Boolean)
  return rows.length > 0 ? <Card flush>{rows}</Card> : null
}
