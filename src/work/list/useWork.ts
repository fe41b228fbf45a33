import { useRef } from 'react'
import type { AppealRow, Input } from '../../../domain/contract'
import { type Pages, usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import type { Counts } from '../figure'

export type WorkFilter = NonNullable<Input<'appeal.work'>['filter']>

/** What other filters of the same hat have told, so that the page does not forget it. */
interface Memory {
  hat: string | undefined
  first: AppealRow[]
}

export interface Work extends Pages<'appeal.work'> {
  /** Those of the first page that was read without a filter: what is due first of all. */
  first: AppealRow[]
  /** How much waits, as it was last counted. */
  counts: Counts | undefined
}

/** What waits under a hat, page by page, and how much. */
export function useWork(filter: WorkFilter, hat: string | undefined): Work {
  const pages = usePages('appeal.work', hat === undefined ? undefined : { filter }, hat)
  const counting = useRead('appeal.counts', hat === undefined ? undefined : {}, hat)

  const memory = useRef<Memory>({ hat, first: [] })
  if (memory.current.hat !== hat) memory.current = { hat, first: [] }
  const known = memory.current
  if (pages.data && filter === 'all') known.first = pages.data.rows

  return {
    ...pages,
    first: known.first,
    counts: counting.data ?? counting.seen?.data,
    reload: async () => {
      await Promise.all([pages.reload(), counting.reload()])
    },
  }
}
