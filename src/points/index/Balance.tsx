import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../../domain/contract'
import { date } from '../../appeal/words'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'

/** Both buckets apart; under them what is promised, what is owed, what expires next. */
export function Balance({ points, now }: { points: Output<'points.mine'>; now: number }) {
  const { volunteer, supervision, expiring, open } = points
  const go = (url: string) => () => Taro.navigateTo({ url })
  return (
    <Card flush>
      <View className="balance">
        <View className="balance-side">
          <View className="meta">志愿积分 · 能用</View>
          <Amount points={volunteer.available} big />
        </View>
        <View className="balance-side balance-second">
          <View className="meta">监督积分 · 只用于免责</View>
          <View className="balance-shield">
            <Icon name="shield-check" size={28} />
            <View className="balance-number">{supervision.available}</View>
          </View>
        </View>
      </View>
      {open.map(({ id, name, points: cost, state }) => (
        <Tap className="balance-line" key={id} onTap={go(`/points/code/index?id=${id}`)}>
          <Icon name="lock" />
          <View className="plain balance-words">
            冻结 {cost} 分：{name}
            {state === 'approved' ? '等您领' : '等书记批'}
          </View>
          <Icon name="chevron-right" size={20} />
        </Tap>
      ))}
      {volunteer.owed > 0 && (
        <View className="balance-line">
          <Icon name="info" />
          <View className="plain balance-words">更正时少了 {volunteer.owed} 分，下次得分先补上</View>
        </View>
      )}
      {expiring && (
        <Tap className="balance-line" onTap={go('/points/shop/index')}>
          <Icon name="hourglass" className="balance-soon" />
          <View className="plain balance-words">
            <View className="balance-soon strong">
              {expiring.points} 分 {date(expiring.lastDay, now)}到期
            </View>
            <View>，先花它</View>
          </View>
          <Icon name="chevron-right" size={20} />
        </Tap>
      )}
    </Card>
  )
}
