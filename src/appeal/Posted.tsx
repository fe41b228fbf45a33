import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useOutbox } from '../call/outbox'
import { useOnline } from '../call/useOnline'
import { ActionBar } from '../ui/ActionBar'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Meter } from '../ui/Meter'
import { Page } from '../ui/Page'
import './Sent.scss'
import { getsThrough, waitingWords } from './waiting'

/** In the outbox: on its way, or waiting for a signal. Nobody has to stay and watch. */
export function Posted({ title, requestId }: { title: string; requestId: string }) {
  const { entries, progress } = useOutbox()
  const online = getsThrough(entries, useOnline())
  const entry = entries.find((each) => each.requestId === requestId)
  const going = progress?.requestId === requestId
  const words = entry && waitingWords(entry, progress, online, Date.now())
  return (
    <Page
      title={title}
      foot={
        <ActionBar
          secondary={
            <Button
              look="secondary"
              text="看待发"
              onTap={() => Taro.redirectTo({ url: '/me/outbox/index' })}
            />
          }
          main={<Button text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />}
        />
      }
    >
      <View className="side sent" {...{ role: 'status' }}>
        <View className="sent-circle sent-waits">
          <Icon name={going ? 'send' : online ? 'clock' : 'wifi-off'} size={44} />
        </View>
        <View className="big sent-title">
          {going ? '正在发' : online ? '先存在手机上' : '没信号，先存在手机上'}
        </View>
        <View className="meta sent-number">
          {going
            ? words?.due
            : online
              ? '过会儿自己发，只发一次，不用守着'
              : '有信号自己发，只发一次，不用守着'}
        </View>
        {going && progress.of > 0 && (
          <View className="sent-meter">
            <Meter used={progress.up / progress.of} label={words?.due ?? ''} />
          </View>
        )}
      </View>
    </Page>
  )
}
