import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Sheet } from '../../ui/Sheet'
import { Empty } from '../../ui/States'
import { toast } from '../../ui/toast'

interface Props {
  /** The task. */
  id: string
  hat: string
  claims: Output<'task.codes'>['claims']
  onClose: () => void
  /** Somebody was checked in. */
  onDone: () => void
}

/** 帮人登记: for those whose phone can't; nobody does it for themselves. */
export function HelpSheet({ id, hat, claims, onClose, onDone }: Props) {
  const [chosen, setChosen] = useState<string>()
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const awaited = claims.filter(({ state, mine }) => state === 'claimed' && !mine)
  const own = claims.some(({ state, mine }) => state === 'claimed' && mine)
  const somebody = awaited.find((claim) => claim.id === chosen)
  const help = async (claimId: string) => {
    const done = await take('task.checkInFor', { id, claimId })
    if (isRefused(done)) return setRefused(done)
    if (!done) return
    setRefused(undefined)
    setChosen(undefined)
    toast('登记上了')
    onDone()
  }
  return (
    <Sheet
      open
      title="帮人登记"
      onClose={onClose}
      foot={
        awaited.length > 0 && (
          <SheetFoot refused={refused} reason={somebody ? undefined : '选一个，人在您面前'}>
            {somebody ? (
              <Button text={`${somebody.name}到了`} busy={busy} onTap={() => help(somebody.id)} />
            ) : (
              <Button look="locked" text="到了" onTap={onClose} />
            )}
          </SheetFoot>
        )
      }
    >
      <View className="meta">手机没电、扫不上的，看到人就帮他登记。</View>
      {awaited.length === 0 && <Empty title="没有等着到的" words="领了的都到了，或者还没人领。" />}
      <View className="sheet-part">
        {awaited.map((claim) => (
          <Choice
            key={claim.id}
            title={claim.name}
            words="领了，还没到"
            chosen={claim.id === chosen}
            onChoose={() => setChosen(claim.id)}
          />
        ))}
      </View>
      {own && <View className="meta sheet-part">您自己也领了：要请同事来登记，或者扫同事亮的码。</View>}
    </Sheet>
  )
}
