import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../../domain/contract'
import { call } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'

export type ColleagueView = Output<'duty.colleagues'>['colleagues'][number]

export interface Colleagues {
  list: ColleagueView[] | undefined
  refused: Refused | undefined
  reload: () => void
}

/** All whom one can put on the rota, page after page. */
export function useColleagues(hat: string): Colleagues {
  const [state, setState] = useState<Omit<Colleagues, 'reload'>>({ list: undefined, refused: undefined })
  const reload = useCallback(async () => {
    setState({ list: undefined, refused: undefined })
    try {
      const list: ColleagueView[] = []
      let cursor: string | undefined
      do {
        const page: Output<'duty.colleagues'> = await call(
          'duty.colleagues',
          { ...(cursor && { cursor }) },
          { hat },
        )
        list.push(...page.colleagues)
        cursor = page.next
      } while (cursor)
      setState({ list: list.sort(byName), refused: undefined })
    } catch (thrown) {
      setState({ list: undefined, refused: asRefused(thrown) })
    }
  }, [hat])
  useEffect(() => {
    reload()
  }, [reload])
  return { ...state, reload }
}

const byName = (a: ColleagueView, b: ColleagueView) => a.name.localeCompare(b.name, 'zh')
