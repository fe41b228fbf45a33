import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'

interface Props {
  busy: boolean
  onClose: () => void
  onDecline: () => void
}

/** 谢绝: what follows from it, then the choice. */
export function DeclineSheet({ busy, onClose, onDecline }: Props) {
  return (
    <Sheet
      open
      title="这个不要了"
      onClose={onClose}
      foot={
        <>
          <Button look="secondary" text="不要了" busy={busy} onTap={onDecline} />
          <Button look="text" text="再想想" onTap={onClose} />
        </>
      }
    >
      <View className="plain">
        别人马上看不到，提名的书记会知道。分和做过的事一样不少。今年这一项不能再提。
      </View>
    </Sheet>
  )
}
