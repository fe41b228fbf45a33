import { useEffect, useRef } from 'react'
import type { NoticeView } from '../../domain/contract'
import { call } from '../call/call'

/** Whoever sees the list has read it: marks all up to the newest. On the screen they stay marked until the next look. */
export function useSeen(rows: readonly NoticeView[] | undefined): void {
  const marked = useRef(0)
  const newest = rows?.[0]?.at ?? 0
  const fresh = rows?.some(({ read }) => !read) ?? false
  useEffect(() => {
    if (newest === 0 || (newest === marked.current && !fresh)) return
    marked.current = newest
    // Nobody is kept waiting for it; what gets lost is marked when the list is opened again.
    call('notice.read', { until: newest }).catch(() => {
      marked.current = 0
    })
  }, [newest, fresh])
}
