import { isRefused, useStep } from '../appeal/useStep'
import type { Refused } from '../call/refused'
import { Toggle } from '../ui/Toggle'
import { toast } from '../ui/toast'

interface Props {
  shown: boolean
  onDone: () => void
  onRefused: (refused: Refused) => void
}

/** 上不上榜: one tap, and nobody else sees me there. */
export function ShowToggle({ shown, onDone, onRefused }: Props) {
  const { take } = useStep()
  const change = async (next: boolean) => {
    const done = await take('ranking.show', { shown: next })
    if (isRefused(done)) return onRefused(done)
    if (!done) return
    toast(next ? '上榜了，大家看得到' : '不上榜了，分照记')
    onDone()
  }
  return (
    <Toggle
      icon={shown ? 'eye' : 'eye-off'}
      title="在排行榜上"
      words={shown ? '用您自己起的称呼，关上就不上榜' : '别人看不到您，分照样记着'}
      on={shown}
      onChange={change}
    />
  )
}
