import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { AppealView } from '../../domain/contract'
import { type Reading, useRead } from '../call/useRead'

export interface ShownAppeal {
  reading: Reading<'appeal.view'>
  /** What is on the page: the newest, or what the phone kept when the person asked for that. */
  view: AppealView | undefined
  /** When the copy was kept; undefined when the page shows the newest. */
  keptAt: number | undefined
  showKept: () => void
}

/** The appeal of this page, by `id` in its address. */
export function useAppeal(hat?: string, ready = true): ShownAppeal {
  const { id = '' } = useRouter().params
  const reading = useRead('appeal.view', ready ? { id } : undefined, hat)
  const [wanted, setWanted] = useState(false)
  const kept = !reading.data && wanted ? reading.seen : undefined
  return {
    reading,
    view: reading.data ?? kept?.data,
    keptAt: kept?.at,
    showKept: () => setWanted(true),
  }
}
