import { useState } from 'react'
import type { HatView, ShiftView } from '../../../domain/contract'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { toast } from '../../ui/toast'

export type RotaSheet = { name: 'plan' } | { name: 'handOver' } | { name: 'swap'; shift: ShiftView }

/** The rota under a hat, the sheet that is open on it, and its steps of one tap. */
export function useRota(hat: HatView | undefined) {
  const reading = useRead('duty.rota', hat && {}, hat?.id)
  const [sheet, setSheet] = useState<RotaSheet>()
  const [moved, setMoved] = useState<{ refused: Refused; again?: () => void }>()
  const { busy, take } = useStep(hat?.id)
  const close = () => setSheet(undefined)

  const done = (sentence: string) => {
    close()
    toast(sentence)
    reading.reload()
  }
  const onRefused = (refused: Refused, again?: () => void) => {
    setMoved({ refused, ...(again && isLost(refused) && { again }) })
    if (!isLost(refused)) reading.reload()
  }
  const tap =
    <A extends 'duty.askSwap' | 'duty.answerSwap' | 'duty.takeBackSwap'>(action: A) =>
    (input: Parameters<typeof take<A>>[1], sentence: string): Promise<void> => {
      const step = async () => {
        const answer = await take(action, input)
        if (isRefused(answer)) onRefused(answer, step)
        else if (answer) done(sentence)
      }
      return step()
    }
  return {
    reading,
    sheet,
    open: setSheet,
    close,
    busy,
    done,
    moved,
    onRefused,
    forget: () => setMoved(undefined),
    askSwap: tap('duty.askSwap'),
    answerSwap: tap('duty.answerSwap'),
    takeBackSwap: tap('duty.takeBackSwap'),
  }
}
