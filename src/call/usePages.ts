import { useCallback, useState } from 'react'
import type { ActionName, Input, Output } from '../../domain/contract'
import { call } from './call'
import { asRefused, type Refused } from './refused'
import { type Reading, useRead } from './useRead'

/** Actions that answer a page of rows and where the next one starts. */
export type PagedAction = {
  [A in ActionName]: Output<A> extends { rows: unknown[]; next?: string | undefined } ? A : never
}[ActionName]
export type RowOf<A extends PagedAction> = Output<A>['rows'][number]

interface Later<A extends PagedAction> {
  /** The first page that these follow: a reload or another question starts over. */
  of: object | undefined
  rows: RowOf<A>[]
  next: string | undefined
  loading: boolean
  refused?: Refused
}

export interface Pages<A extends PagedAction> extends Reading<A> {
  /** All that was read so far; what the phone kept when nothing could be read. */
  rows: RowOf<A>[] | undefined
  later: Later<A>
  loadMore: () => Promise<void>
}

/** A list page by page. Without an input it waits. */
export function usePages<A extends PagedAction>(
  action: A,
  input: Omit<Input<A>, 'cursor'> | undefined,
  hat?: string,
): Pages<A> {
  const reading = useRead(action, input as Input<A> | undefined, hat)
  const first = reading.data
  const [kept, setKept] = useState<Later<A>>()
  const later: Later<A> =
    kept && kept.of === first ? kept : { of: first, rows: [], next: first?.next, loading: false }

  const loadMore = useCallback(async () => {
    const { rows, next, loading } = later
    if (!next || loading || !input) return
    setKept({ of: first, rows, next, loading: true })
    try {
      const page = await call(action, { ...input, cursor: next } as Input<A>, { hat })
      setKept({ of: first, rows: [...rows, ...page.rows], next: page.next, loading: false })
    } catch (thrown) {
      setKept({ of: first, rows, next, loading: false, refused: asRefused(thrown) })
    }
  }, [later, action, input, first, hat])

  const rows = first ? [...first.rows, ...later.rows] : reading.seen?.data.rows
  return { ...reading, rows, later, loadMore }
}
