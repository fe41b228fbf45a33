import type { Refused } from '../call/refused'
import { Notice } from '../ui/States'
import { moment } from './words'

interface Props {
  refused: Refused | undefined
  /** When the copy was kept; undefined: read while this page is open. */
  keptAt: number | undefined
  now: number
}

/** On top of a page that could not be read anew: what is shown may be old. */
export function OldCopy({ refused, keptAt, now }: Props) {
  if (!refused) return null
  return (
    <Notice
      icon={refused.code === 'OFFLINE' ? 'wifi-off' : 'cloud-off'}
      title="没连上，先给您看存的"
      words={
        keptAt === undefined ? '有信号了会自己更新。' : `${moment(keptAt, now)} 存的，有信号了会自己更新。`
      }
    />
  )
}
