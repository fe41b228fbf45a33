import { useCallback, useState } from 'react'
import type { Input, OrganisationRow } from '../../../domain/contract'
import { call } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'
import { type Reading, useRead } from '../../call/useRead'

interface Later {
  /** The first page that these follow: a reload or another question starts over. */
  of: object | undefined
  rows: OrganisationRow[]
  next: string | undefined
  loading: boolean
  refused?: Refused
}

export interface Organisations extends Reading<'organisation.list'> {
  rows: readonly OrganisationRow[] | undefined
  later: Pick<Later, 'next' | 'refused'>
  loadMore: () => void
}

/** Organisations below one, or found by a text, page by page. */
export function useOrganisations(asked: Input<'organisation.list'>, hat: string | undefined): Organisations {
  const reading = useRead('organisation.list', hat === undefined ? undefined : asked, hat)
  const first = reading.data
  const [kept, setKept] = useState<Later>()
  const later: Later =
    kept && kept.of === first ? kept : { of: first, rows: [], next: first?.next, loading: false }

  const loadMore = useCallback(async () => {
    const { rows, next, loading } = later
    if (!next || loading) return
    setKept({ of: first, rows, next, loading: true })
    try {
      const page = await call('organisation.list', { ...asked, cursor: next }, { hat })
      setKept({ of: first, rows: [...rows, ...page.rows], next: page.next, loading: false })
    } catch (thrown) {
      setKept({ of: first, rows, next, loading: false, refused: asRefused(thrown) })
    }
  }, [later, asked, first, hat])

  return { ...reading, rows: first && [...first.rows, ...later.rows], later, loadMore }
}
