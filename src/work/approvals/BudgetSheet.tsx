import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import { toast } from '../../ui/toast'

interface Props {
  budget: Output<'redemption.queue'>['budget']
  hat: string
  onClose: () => void
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** How many points may be approved in a month. */
export function BudgetSheet({ budget, hat, onClose, onDone, onRefused }: Props) {
  const [typed, setTyped] = useState(String(budget.limit))
  const { busy, take } = useStep(hat)
  const limit = Number(typed)
  const possible = /^\d{1,7}$/.test(typed) && limit >= budget.spent && limit !== budget.limit
  const save = async () => {
    const done = await take('redemption.setBudget', { limit, version: budget.version })
    if (isRefused(done)) {
      onClose()
      return onRefused(done)
    }
    if (!done) return
    toast('存好了，从这个月起按它来')
    onDone()
  }
  return (
    <Sheet
      open
      title="每月预算"
      onClose={onClose}
      foot={<Button look={possible ? 'main' : 'locked'} text="存下" busy={busy} onTap={save} />}
    >
      <View className="plain">这个月已经批了 {budget.spent} 分，预算不能比它少。改了从这个月起按它来。</View>
      <Field caption="一个月最多批多少分" value={typed} onChange={setTyped} kind="number" limit={7} />
    </Sheet>
  )
}
