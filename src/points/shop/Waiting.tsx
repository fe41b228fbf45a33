import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RedemptionRow } from '../../../domain/contract'
import { date } from '../../appeal/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'

/** What can be picked up now. */
export function Waiting({ redemption: { id, name, expiresAt, pickUp } }: { redemption: RedemptionRow }) {
  return (
    <ActionBar
      secondary={
        <View className="shop-waiting">
          <View className="shop-waiting-name">
            <Icon name="ticket-check" size={20} />
            <View className="strong">{name}能领了</View>
          </View>
          <View className="meta">
            {date(expiresAt, Date.now())}前 · {pickUp}
          </View>
        </View>
      }
      main={<Button text="看码" onTap={() => Taro.navigateTo({ url: `/points/code/index?id=${id}` })} />}
    />
  )
}
