import type { HatView } from '../../../domain/contract'
import { mayEver } from '../../../domain/permission'
import { AgainBar } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { openRota } from './DutyCard'

interface Props {
  refused: Refused
  hat: HatView
  loading: boolean
  onAgain: () => void
}

/** Lost: try again. Not for this hat: to the rota, which administrators plan too. */
export function LostFoot({ refused, hat, loading, onAgain }: Props) {
  if (isLost(refused)) return <AgainBar main loading={loading} onAgain={onAgain} />
  if (!mayEver('duty.rota', hat.role)) return null
  return <ActionBar main={<Button icon="calendar-days" text="看值班表" onTap={openRota} />} />
}
