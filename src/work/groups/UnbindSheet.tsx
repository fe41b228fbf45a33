import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { toast } from '../../ui/toast'
import type { BoundGroup } from './groupWords'

interface Props {
  group: BoundGroup
  hat: HatView
  onClose: () => void
  onDone: () => void
}

/** 解开: asked once more, with what it costs. */
export function UnbindSheet({ group: { id, name }, hat, onClose, onDone }: Props) {
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat.id)
  const unbind = async () => {
    const done = await take('group.unbind', { id })
    if (isRefused(done)) return setRefused(done)
    if (!done) return
    toast('解开了')
    onClose()
    onDone()
  }
  return (
    <Sheet
      open
      title={`解开${name}？`}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text="解开这个群" busy={busy} onTap={unbind} />
          <Button look="text" text="还是留着" onTap={onClose} />
        </SheetFoot>
      }
    >
      <View className="plain">
        群里的人照样能领，领了的还算数，只是不再算到{hat.organisation.name}
        。要再绑，从群里的卡片点进来，以前的数从头算。
      </View>
    </Sheet>
  )
}
