import Taro from '@tarojs/taro'
import type { HatView, Output } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { waits } from './waits'

interface Props {
  hat: HatView
  /** How much waits in each; absent: nobody asked. */
  queues?: Output<'work.queues'>
}

/** What has to do with points: approving, handing over, what the shop offers. */
export function Shop({ hat, queues = {} }: Props) {
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
    may('redemption.approve') && (
      <Row
        key="approvals"
        icon="stamp"
        title="兑换审批"
        count={waits(queues.approvals)}
        meta="成批看，预算不会超"
        onTap={go('/work/approvals/index')}
      />
    ),
    may('pointsReview.judge') && (
      <Row
        key="reviews"
        icon="user-round-search"
        title="积分核对"
        count={waits(queues.reviews)}
        meta="要人看一眼再发的，都在这里"
        onTap={go('/work/reviews/index')}
      />
    ),
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
    may('honour.nominate') && (
      <Row
        key="honours"
        icon="award"
        title="荣誉"
        count={waits(queues.honours)}
        meta="提名、复核、公示，有异议的看一看"
        onTap={go('/work/honours/index')}
      />
    ),
  ].filter(Boolean)
  return rows.length > 0 ? <Card flush>{rows}</Card> : null
}
