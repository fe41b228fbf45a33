import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName, Input, Output } from '../../domain/contract'
import { call } from './call'
import { asRefused, type Refused } from './refused'
import { type Reading, useRead } from './useRead'

/** Actions that answer a page of rows and where the next one starts. */
export type PagedAction = {
  [A in ActionName]: Output<A> extends { rows: unknown[]; next?: string | undefined } ? A : never
}[ActionName]
export type RowOf<A extends PagedAction> = Output<A>['rows'][number]

/** What followed the first page. */
interface Later<A extends PagedAction> {
  rows: RowOf<A>[]
  next: string | undefined
  loading: boolean
  refused?: Refused
}

interface Kept<A extends PagedAction> extends Later<A> {
  /** The question that these belong to; another one starts over. */
  of: string
  /** How many pages were asked for after the first. */
  pages: number
}

export interface Pages<A extends PagedAction> extends Reading<A> {
  /** All that was read so far; what the phone kept when nothing could be read. */
  rows: RowOf<A>[] | undefined
  later: Later<A>
  loadMore: () => Promise<void>
}

/** A list page by page. A reload reads as many pages as were open, so that it stays in place. Without an input it waits. */
export function usePages<A extends PagedAction>(
  action: A,
  input: Omit<Input<A>, 'cursor'> | undefined,
  hat?: string,
): Pages<A> {
  const reading = useRead(action, input as Input<A> | undefined, hat)
  const first = reading.data
  const of = JSON.stringify([input ?? null, hat ?? null])
  const [kept, setKept] = useState<Kept<A>>()
  const current = kept?.of === of ? kept : undefined
  const latest = useRef(current)
  latest.current = current
  const turn = useRef(0)

  /** Reads `count` pages from a cursor on, after `rows`; shows `meanwhile`, and keeps it when that fails. */
  const read = useCallback(
    async (
      from: Pick<Later<A>, 'rows' | 'next'>,
      count: number,
      meanwhile: Pick<Kept<A>, 'rows' | 'pages' | 'next'>,
    ) => {
      turn.current += 1
      const mine = turn.current
      const [wanted]: [Input<A>] = JSON.parse(of)
      const settle = (change: Omit<Kept<A>, 'of'>) => mine === turn.current && setKept({ of, ...change })
      settle({ ...meanwhile, loading: true })
      let { rows, next } = from
      try {
        for (let done = 0; done < count && next && mine === turn.current; done += 1) {
          const page = await call(action, { ...wanted, cursor: next }, { hat })
          rows = [...rows, ...page.rows]
          next = page.next
        }
        settle({ rows, next, pages: meanwhile.pages, loading: false })
      } catch (thrown) {
        settle({ ...meanwhile, loading: false, refused: asRefused(thrown) })
      }
    },
    [action, of, hat],
  )

  // A new first page: as many as followed the old one are read again.
  useEffect(() => {
    const later = latest.current
    if (first && later && later.pages > 0) read({ rows: [], next: first.next }, later.pages, later)
  }, [first, read])

  const next = current ? current.next : first?.next
  const loadMore = async () => {
    if (!first || !next || current?.loading) return
    const { rows, pages } = current ?? { rows: [], pages: 0 }
    await read({ rows, next }, 1, { rows, next, pages: pages + 1 })
  }

  // While they are read again, what has moved to the first page would stand there twice.
  const shown = new Set(first?.rows.map(idOf))
  const rows = first
    ? [...first.rows, ...(current?.rows ?? []).filter((row) => !shown.has(idOf(row)))]
    : reading.seen?.data.rows
  const { rows: following, loading, refused } = current ?? { rows: [], loading: false }
  return {
    ...reading,
    rows,
    later: { rows: following, next, loading, ...(refused && { refused }) },
    loadMore,
  }
}

/** A row of a list by its id, where it has one. */
const idOf = (row: unknown): unknown => (row as { id?: string }).id ?? row
