import { View } from '@tarojs/components'
import { Button } from '../ui/Button'
import type { IconName } from '../ui/Icon'
import { Sheet } from '../ui/Sheet'
import { type Refused, splitSentence } from './refused'

interface Props {
  refused: Refused | undefined
  onClose: () => void
  /** The step that helps now; without it there is only a way out. */
  again?: { text: string; onTap: () => void }
}

/** A write that was not carried out: what happened, what it cost, what to do now. */
export function RefusalSheet({ refused, onClose, again }: Props) {
  const { title, words } = splitSentence(refused?.message ?? '')
  const icon: IconName = refused?.code === 'OFFLINE' ? 'wifi-off' : 'info'
  return (
    <Sheet
      open={refused !== undefined}
      title={title}
      icon={icon}
      onClose={onClose}
      foot={
        <>
          {again && (
            <Button
              text={again.text}
              onTap={() => {
                onClose()
                again.onTap()
              }}
            />
          )}
          <Button look={again ? 'text' : 'main'} text={again ? '先不用了' : '知道了'} onTap={onClose} />
        </>
      }
    >
      {words && <View className="plain">{words}</View>}
      {refused?.number && (
        <View className="hint" style={{ paddingTop: '8px' }}>
          一直不行，把这个号告诉社区：{refused.number}
        </View>
      )}
    </Sheet>
  )
}
