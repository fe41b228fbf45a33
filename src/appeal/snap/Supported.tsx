import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import '../Sent.scss'

/** One more has seen it: nothing has to be sent. */
export function Supported({ id }: { id: string }) {
  return (
    <Page
      title="随手拍"
      foot={
        <ActionBar
          secondary={
            <Button
              look="secondary"
              text="看这件"
              onTap={() => Taro.redirectTo({ url: `/appeal/seen/index?id=${id}` })}
            />
          }
          main={<Button text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />}
        />
      }
    >
      <View className="side sent" {...{ role: 'status' }}>
        <View className="sent-circle">
          <Icon name="eye" size={44} />
        </View>
        <View className="big sent-title">记下了，办完告诉您</View>
        <View className="meta sent-number">这件已经有人拍过，不用再发</View>
      </View>
    </Page>
  )
}
