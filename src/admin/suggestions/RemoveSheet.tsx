import { View } from '@tarojs/components'
import { useState } from 'react'
import { categoryNames } from '../../../domain/appeal/categories'
import type { Output } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { toast } from '../../ui/toast'

export type Added = Output<'suggestion.list'>['added'][number]

interface Props {
  added: Added
  hat: string
  onClose: () => void
  onDone: () => void
}

/** Asks before a sentence is forgotten. */
export function RemoveSheet({ added, hat, onClose, onDone }: Props) {
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const remove = async () => {
    setRefused(undefined)
    const answer = await take('suggestion.remove', { id: added.id })
    if (isRefused(answer)) return setRefused(answer)
    if (!answer) return
    toast('去掉了')
    onDone()
  }
  return (
    <Sheet
      open
      title="去掉这一句？"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text="去掉" busy={busy} onTap={remove} />
          <Button look="text" text="留着" onTap={onClose} />
        </SheetFoot>
      }
    >
      <View className="plain">“{added.text}”</View>
      <View className="meta">
        去掉以后，手机不再凭它猜{categoryNames[added.category]}。已经发的诉求不变。
      </View>
    </Sheet>
  )
}
