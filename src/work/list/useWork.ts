import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppealRow, Input, Output } from '../../../domain/contract'
import { call } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'
import { type Reading, useRead } from '../../call/useRead'
import type { Counts } from '../figure'

export type WorkFilter = NonNullable<Input<'appeal.work'>['filter']>
type Page = Output<'appeal.work'>

interface Later {
  /** Hat and filter that these belong to. */
  of: string
  rows: AppealRow[]
  /** How many pages were asked for after the first. */
  pages: number
  next: string | undefined
  loading: boolean
  refused?: Refused
}

/** What other filters of the same hat have told, so that the page does not forget it. */
interface Memory {
  hat: string | undefined
  first: AppealRow[]
}

export interface Work extends Reading<'appeal.work'> {
  rows: AppealRow[] | undefined
  /** Those of the first page that was read without a filter: what is due first of all. */
  first: AppealRow[]
  /** How much waits, as it was last counted. */
  counts: Counts | undefined
  later: Pick<Later, 'loading' | 'refused'> & { more: boolean }
  loadMore: () => void
}

/** What waits under a hat, page by page. A reload keeps the pages that were open, so that the list stays in place. */
export function useWork(filter: WorkFilter, hat: string | undefined): Work {
  const reading = useRead('appeal.work', hat === undefined ? undefined : { filter }, hat)
  const { data } = reading
  const counting = useRead('appeal.counts', hat === undefined ? undefined : {}, hat)
  const of = `${hat} ${filter}`
  const [kept, setKept] = useState<Later>()
  const current = kept?.of === of ? kept : undefined
  const latest = useRef(current)
  latest.current = current
  const turn = useRef(0)

  /** Reads `count` pages from a cursor on, after `rows`; keeps what there was when it fails. */
  const read = useCallback(
    async (
      from: Pick<Later, 'rows' | 'next'>,
      count: number,
      kept: Pick<Later, 'rows' | 'pages' | 'next'>,
    ) => {
      turn.current += 1
      const mine = turn.current
      const settle = (later: Omit<Later, 'of'>) => mine === turn.current && setKept({ of, ...later })
      settle({ ...kept, loading: true })
      let { rows, next } = from
      try {
        for (let read = 0; read < count && next && mine === turn.current; read += 1) {
          const page: Page = await call('appeal.work', { filter, cursor: next }, { hat })
          rows = [...rows, ...page.rows]
          next = page.next
        }
        settle({ rows, next, pages: kept.pages, loading: false })
      } catch (thrown) {
        settle({ ...kept, loading: false, refused: asRefused(thrown) })
      }
    },
    [filter, hat, of],
  )

  // A new first page: as many as followed the old one are read again.
  useEffect(() => {
    const later = latest.current
    if (data && later && later.pages > 0) read({ rows: [], next: data.next }, later.pages, later)
  }, [data, read])

  const next = current ? current.next : data?.next
  const loadMore = () => {
    if (!data || !next || current?.loading) return
    const { rows, pages } = current ?? { rows: [], pages: 0 }
    read({ rows, next }, 1, { rows, next, pages: pages + 1 })
  }

  const memory = useRef<Memory>({ hat, first: [] })
  if (memory.current.hat !== hat) memory.current = { hat, first: [] }
  const known = memory.current
  if (data && filter === 'all') known.first = data.rows

  const shown = new Set(data?.rows.map(({ id }) => id))
  return {
    ...reading,
    rows: data && [...data.rows, ...(current?.rows ?? []).filter(({ id }) => !shown.has(id))],
    first: known.first,
    counts: counting.data ?? counting.seen?.data,
    reload: async () => {
      await Promise.all([reading.reload(), counting.reload()])
    },
    later: {
      loading: current?.loading ?? false,
      more: next !== undefined,
      ...(current?.refused && { refused: current.refused }),
    },
    loadMore,
  }
}
