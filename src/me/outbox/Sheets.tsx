import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { discard, type Waiting } from '../../call/outbox'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { toast } from '../../ui/toast'
import { formOf, isOccupied, mend } from './mend'

interface Props {
  entry: Waiting
  onClose: () => void
}

/** 改一改: what there is to know before. */
export function ChangeSheet({ entry, onClose }: Props) {
  if (isOccupied(entry))
    return (
      <Sheet
        open
        title="还有一件写了一半"
        onClose={onClose}
        foot={<Button text="去看那一件" onTap={() => Taro.redirectTo({ url: formOf(entry) })} />}
      >
        <View className="plain">先把那件发了，或者清空，再来改这件。两件都在手机上，一样不丢。</View>
      </Sheet>
    )
  const change = () => {
    onClose()
    mend(entry)
  }
  return (
    <Sheet
      open
      title="改好再发"
      onClose={onClose}
      foot={
        <>
          <Button text="改一改" onTap={change} />
          <Button look="text" text="先不改" onTap={onClose} />
        </>
      }
    >
      <View className="plain">上回没收到回话，可能已经送到了。改了再发，就是新的一件。</View>
    </Sheet>
  )
}

/** 不发了: asks first, because it can't be had back. */
export function DiscardSheet({ entry: { requestId, attempt }, onClose }: Props) {
  const remove = () => {
    onClose()
    toast(discard(requestId) ? '去掉了' : '这件正在发，先等一下')
  }
  return (
    <Sheet
      open
      title="这件不发了？"
      onClose={onClose}
      foot={
        <>
          <Button look="secondary" text="不发了，去掉" onTap={remove} />
          <Button look="text" text="先留着" onTap={onClose} />
        </>
      }
    >
      <View className="plain">写的、拍的、录的都从手机上去掉，找不回来。</View>
      {attempt !== 'none' && (
        <View className="plain">上回没收到回话，可能已经送到了。送到的在“我的”里看得到，也能撤回。</View>
      )}
    </Sheet>
  )
}
