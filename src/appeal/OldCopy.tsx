import type { Refused } from '../call/refused'
import { ActionBar } from '../ui/ActionBar'
import { Button } from '../ui/Button'
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

interface AgainProps {
  loading: boolean
  onAgain: () => void
  /** There is not even an old copy to look at. */
  main?: boolean
}

/** The foot of a page that could not be read anew: nothing can be done on it but to look again. */
export function AgainBar({ loading, onAgain, main }: AgainProps) {
  return (
    <ActionBar
      main={
        <Button
          look={main ? 'main' : 'secondary'}
          icon="refresh-cw"
          text="再试一次"
          busy={loading}
          onTap={onAgain}
        />
      }
    />
  )
}
