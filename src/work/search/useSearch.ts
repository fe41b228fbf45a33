import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppealRow, Input } from '../../../domain/contract'
import { call } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'

interface Found {
  /** What these are the answer to. */
  of: string | undefined
  rows: AppealRow[]
  next: string | undefined
  /** How far back it has looked. */
  reached: number | undefined
  looking: boolean
  refused?: Refused
}

export interface Search extends Omit<Found, 'of' | 'next'> {
  /** There may be more further back. */
  more: boolean
  /** Looks on from where it stopped, or once more where it got lost. */
  goOn: () => void
  stop: () => void
}

/** As many more as fill a screen or two; then the person says whether to go on. */
const enough = 20
/** Calls in a row that find nothing: then it asks before it goes on. */
const patience = 12

/**
 * Looks for what is asked, further and further back by itself, until there is a screenful, nothing is left, or the
 * person stops it. Each call looks at a bounded number; what it finds is shown at once.
 */
export function useSearch(question: Input<'appeal.search'> | undefined, hat: string | undefined): Search {
  const asked = question && JSON.stringify([question, hat])
  const [found, setFound] = useState<Found>(blank(asked))
  const turn = useRef(0)

  const look = useCallback(
    async (from: Found) => {
      if (asked === undefined) return
      const [wanted]: [Input<'appeal.search'>] = JSON.parse(asked)
      turn.current += 1
      const mine = turn.current
      let now: Found = { of: asked, rows: from.rows, next: from.next, reached: from.reached, looking: true }
      setFound(now)
      for (let calls = 1; ; calls += 1) {
        try {
          const page = await call(
            'appeal.search',
            { ...wanted, ...(now.next && { cursor: now.next }) },
            { hat },
          )
          if (mine !== turn.current) return
          const shown = new Set(now.rows.map(({ id }) => id))
          const rows = [...now.rows, ...page.rows.filter(({ id }) => !shown.has(id))]
          const done =
            page.next === undefined || rows.length - from.rows.length >= enough || calls >= patience
          now = { ...now, rows, next: page.next, reached: page.reached ?? now.reached, looking: !done }
          setFound(now)
          if (done) return
        } catch (thrown) {
          if (mine === turn.current) setFound({ ...now, looking: false, refused: asRefused(thrown) })
          return
        }
      }
    },
    [asked, hat],
  )

  useEffect(() => {
    look(blank(asked))
    return () => {
      turn.current += 1
    }
  }, [look, asked])

  // While the new question is on its way the old answer is none.
  const { of, next, ...current } = found.of === asked ? found : blank(asked)
  return {
    ...current,
    more: next !== undefined,
    goOn: () => {
      if (!current.looking) look(found)
    },
    stop: () => {
      turn.current += 1
      setFound((before) => ({ ...before, looking: false }))
    },
  }
}

const blank = (of: string | undefined): Found => ({
  of,
  rows: [],
  next: undefined,
  reached: undefined,
  looking: of !== undefined,
})
