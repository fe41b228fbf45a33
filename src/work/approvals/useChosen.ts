import { useState } from 'react'
import type { Output } from '../../../domain/contract'

export type Waiting = Output<'redemption.queue'>['rows'][number]

/** Which of those that wait are ticked, and what they cost together. */
export function useChosen(rows: readonly Waiting[], left: number) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const open = rows.filter(({ locked }) => locked === undefined)
  const chosen = open.filter(({ id }) => ticked.has(id))
  const points = chosen.reduce((sum, each) => sum + each.points, 0)
  return {
    chosen,
    points,
    /** All that can be approved and that the budget pays. */
    all: open.length > 0 && chosen.length === affordable(open, left).length && chosen.length > 0,
    isChosen: (id: string) => chosen.some((each) => each.id === id),
    toggle: (id: string) =>
      setTicked((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    chooseAll: () =>
      setTicked((before) =>
        before.size > 0 ? new Set() : new Set(affordable(open, left).map(({ id }) => id)),
      ),
    clear: () => setTicked(new Set()),
  }
}

/** As many as the budget pays, what has waited longest first. */
export function affordable(rows: readonly Waiting[], left: number): Waiting[] {
  let rest = left
  return rows.filter(({ points }) => {
    if (points > rest) return false
    rest -= points
    return true
  })
}
