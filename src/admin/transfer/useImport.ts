import { useCallback, useRef, useState } from 'react'
import type { Output } from '../../../domain/contract'
import { placeLimits } from '../../../domain/place/limits'
import { piecesOf } from '../../../domain/place/lines'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'

type Found = Output<'organisation.importRows'>

export interface Import {
  /** What the whole table would do, with rows as the spreadsheet counts them; undefined before it was looked at. */
  checked: Found | undefined
  /** How many pieces of how many are done; undefined while nothing runs. */
  progress: { what: 'check' | 'import'; done: number; total: number } | undefined
  refused: Refused | undefined
  check: (csv: string) => Promise<void>
  /** Carries out what was checked; true when all of it was. */
  carryOut: (csv: string) => Promise<boolean>
  forget: () => void
}

/** A table in pieces, each of a size that a call takes: all are looked at before the first is carried out. */
export function useImport(hat: string | undefined): Import {
  const { take } = useStep(hat)
  const [checked, setChecked] = useState<Found>()
  const [progress, setProgress] = useState<Import['progress']>()
  const [refused, setRefused] = useState<Refused>()
  // Pieces that were carried out: after a lost answer only the rest is sent again.
  const imported = useRef(new Set<string>())

  const run = useCallback(
    async (csv: string, what: 'check' | 'import'): Promise<Found | undefined> => {
      const pieces = piecesOf(csv, placeLimits.csvRows)
      const all: Found = { faults: [], changes: [], rows: 0 }
      setRefused(undefined)
      for (const [done, { text, firstRow }] of pieces.entries()) {
        setProgress({ what, done, total: pieces.length })
        if (what === 'import' && imported.current.has(text)) continue
        const answer = await take('organisation.importRows', { csv: text, dryRun: what === 'check' })
        if (!answer || isRefused(answer)) {
          setProgress(undefined)
          setRefused(answer)
          return undefined
        }
        if (what === 'import') imported.current.add(text)
        const shifted = (row: number) => (row === 1 ? 1 : row + firstRow - 2)
        const first = done === 0
        all.rows += answer.rows
        all.changes.push(...answer.changes.map((each) => ({ ...each, row: shifted(each.row) })))
        // Each piece repeats the heading, and what is wrong with it.
        const faults = answer.faults.filter(({ row }) => first || row > 1)
        all.faults.push(...faults.map((each) => ({ ...each, row: shifted(each.row) })))
      }
      setProgress(undefined)
      return all
    },
    [take],
  )

  const check = useCallback(
    async (csv: string) => {
      imported.current.clear()
      setChecked(await run(csv, 'check'))
    },
    [run],
  )
  const carryOut = useCallback(async (csv: string) => (await run(csv, 'import')) !== undefined, [run])
  const forget = useCallback(() => {
    setChecked(undefined)
    setRefused(undefined)
  }, [])
  return { checked, progress, refused, check, carryOut, forget }
}
