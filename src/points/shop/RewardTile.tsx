import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RewardRow } from '../../../domain/contract'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Picture } from '../Picture'

/** One thing of the shop: picture, name, what it asks, what one lacks, what is left. */
export function RewardTile({ reward, have }: { reward: RewardRow; have: number }) {
  const { id, name, kind, photo, cost, unit, left, stock, perPerson } = reward
  const lack = cost - have
  const each = `每${stock.period === 'month' ? '月每' : ''}人 ${perPerson} ${unit}`
  return (
    <Card
      flush
      className="reward-tile"
      onTap={() => Taro.navigateTo({ url: `/points/reward/index?id=${id}` })}
    >
      <Picture kind={kind} url={photo} />
      <View className="reward-tile-words">
        <View className="strong">{name}</View>
        <View className="reward-tile-cost">
          <Amount points={cost} />
          {lack > 0 && <View className="meta">还差 {lack}</View>}
        </View>
        <View className="meta">{left > 0 ? `剩 ${left} ${unit} · ${each}` : '换完了'}</View>
      </View>
    </Card>
  )
}
