import { useCallback, useState } from 'react'
import { call, newAttempt } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'
import { giveFile } from './file'

/** Fetches a table piece by piece, then hands it over as one file. */
export function useExport(hat: string | undefined) {
  const [fetched, setFetched] = useState<number>()
  const [refused, setRefused] = useState<Refused>()
  const start = useCallback(
    async (id: string, name: string) => {
      setRefused(undefined)
      setFetched(0)
      const attempt = newAttempt()
      let csv = ''
      let rows = 0
      try {
        for (let cursor: string | undefined, first = true; first || cursor; first = false) {
          const piece = await call(
            'organisation.exportRows',
            { id, ...(cursor && { cursor }) },
            { attempt, hat },
          )
          csv += piece.csv
          rows += piece.rows
          cursor = piece.next
          setFetched(rows)
        }
        await giveFile(`${name}.csv`, csv)
      } catch (thrown) {
        setRefused(asRefused(thrown))
      }
      setFetched(undefined)
    },
    [hat],
  )
  return { fetched, refused, start }
}
