import { useCallback, useState } from 'react'
import type { AppealRow, Input } from '../../domain/contract'
import { call } from '../call/call'
import { asRefused, type Refused } from '../call/refused'
import { useRead } from '../call/useRead'

export type MineFilter = NonNullable<Input<'appeal.mine'>['filter']>

interface Later {
  /** The first page that these follow: a reload or another filter starts over. */
  of: object | undefined
  rows: AppealRow[]
  next: string | undefined
  loading: boolean
  refused?: Refused
}

/** My appeals page by page. */
export function useMine(filter: MineFilter) {
  const reading = useRead('appeal.mine', { filter })
  const first = reading.data
  const [kept, setKept] = useState<Later>()
  const later: Later =
    kept && kept.of === first ? kept : { of: first, rows: [], next: first?.next, loading: false }

  const loadMore = useCallback(async () => {
    const { rows, next, loading } = later
    if (!next || loading) return
    setKept({ of: first, rows, next, loading: true })
    try {
      const page = await call('appeal.mine', { filter, cursor: next })
      setKept({ of: first, rows: [...rows, ...page.rows], next: page.next, loading: false })
    } catch (thrown) {
      setKept({ of: first, rows, next, loading: false, refused: asRefused(thrown) })
    }
  }, [later, filter, first])

  return { ...reading, rows: first && [...first.rows, ...later.rows], later, loadMore }
}
