import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isRefused, useStep } from '../../appeal/useStep'
import { forgetHandIns } from '../../call/handIns'
import { dropAllFiles } from '../../call/kept'
import { forgetOutbox } from '../../call/outbox'
import type { Refused } from '../../call/refused'
import { forgetAll } from '../../call/storage'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { LoadingLine } from '../../ui/States'
import { toast } from '../../ui/toast'

interface Props {
  onClose: () => void
  onRefused: (refused: Refused) => void
}

/** 注销: what will happen, in this person's own numbers, then the choice. */
export function DeletionSheet({ onClose, onRefused }: Props) {
  const { data, refused, reload } = useRead('personalData.deletion', {})
  const { busy, take } = useStep()
  const remove = async () => {
    const answer = await take('personalData.delete', {})
    if (isRefused(answer)) return onRefused(answer)
    if (!answer) return
    forgetOutbox()
    forgetHandIns()
    forgetAll()
    dropAllFiles().catch(() => {
      // What can't be removed is named by nobody any more.
    })
    toast('资料都删掉了，谢谢您来过')
    Taro.reLaunch({ url: '/home/index' })
  }
  const lines = data && [
    '称呼、职业、社区、消息和您的微信标识都删掉，找不回来。',
    data.phone ? '电话也删掉，谁也看不到了。' : '您没留过电话。',
    data.openAppeals > 0
      ? `${data.openAppeals} 件在办的事接着办完，但没人能再问您，也看不到进展了。不想办了，先去撤回。`
      : '您没有在办的事。',
    ...(data.redemptions > 0 ? [`${data.redemptions} 份没领的兑换会退掉，码不能用了。`] : []),
    ...(data.points > 0 ? [`${data.points} 分也没了，找不回来。想用的先去超市换。`] : []),
    ...(data.appointments.length > 0 ? [`${data.appointments.join('、')}的身份一并结束。`] : []),
    '说过的事和办理记录还在，但再也认不出是您。',
  ]
  return (
    <Sheet
      open
      title="注销会怎样"
      onClose={onClose}
      foot={
        data ? (
          <>
            <Button look="secondary" text="都删掉，注销" busy={busy} onTap={remove} />
            <Button look="text" text="先不注销" onTap={onClose} />
          </>
        ) : (
          <Button
            look={refused ? 'main' : 'secondary'}
            text={refused ? '再试一次' : '正在取'}
            onTap={reload}
          />
        )
      }
    >
      {!data && !refused && <LoadingLine wide />}
      {!data && refused && <View className="plain">{refused.message}</View>}
      {lines?.map((line) => (
        <View className="plain privacy-line" key={line}>
          {line}
        </View>
      ))}
    </Sheet>
  )
}
