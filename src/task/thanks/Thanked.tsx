import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'

/** It has reached them; `before`: some other time already. */
export function Thanked({ before }: { before: boolean }) {
  return (
    <Page
      title="说声谢谢"
      foot={
        <ActionBar
          main={
            <Button look="secondary" text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />
          }
        />
      }
    >
      <View className="side thanks-done" {...{ role: 'status' }}>
        <View className="thanks-circle">
          <Icon name="heart" size={44} />
        </View>
        <View className="big">{before ? '已经谢过了' : '谢谢带到了'}</View>
        <View className="plain">{before ? '替您跑的人收到了，不用再点。' : '替您跑的人马上就能看到。'}</View>
      </View>
    </Page>
  )
}
