import type { AppealRow, HatView, Output } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { figure } from '../figure'
import { openAppeal } from '../list/WorkRow'
import { openList } from './Counts'
import type { Urgent } from './UrgentCard'

interface Props {
  today: Output<'work.today'>
  hat: HatView
  onRefused: (refused: Refused, again: () => void) => void
}

/** What to do next, in reach of the thumb: the urgent one before all else. */
export function BenchFoot({ today: { urgent, counts, mine }, hat, onRefused }: Props) {
  const { busy, take } = useStep(hat.id)
  const all = <Button look="secondary" text={`全部 ${figure(counts, 'all')} 件`} onTap={() => openList()} />
  const accept = async ({ id, version }: Pick<Urgent, 'id' | 'version'>) => {
    const done = await take('appeal.accept', { id, version })
    if (isRefused(done)) onRefused(done, () => accept({ id, version }))
    else if (done) {
      toast('您接了，您负责到底')
      openAppeal(id)
    }
  }
  if (urgent)
    return (
      <ActionBar
        secondary={all}
        main={
          urgent.state === 'dispatched' && granted('appeal.accept', hat.role, ['organisation']) ? (
            <Button icon="siren" text="接紧急单，我去" busy={busy} onTap={() => accept(urgent)} />
          ) : (
            <Button icon="siren" text="看紧急单" onTap={() => openAppeal(urgent.id)} />
          )
        }
      />
    )
  if (counts.all === 0)
    return <ActionBar main={<Button look="secondary" text="看办完的" onTap={() => openList('done')} />} />
  return (
    <ActionBar
      secondary={all}
      main={
        <Button text="接着办" iconAfter="arrow-right" onTap={() => goOn(mine.late[0], counts.toAccept > 0)} />
      }
    />
  )
}

/** My oldest late one, else those that wait to be taken, else all. */
function goOn(late: AppealRow | undefined, waiting: boolean): void {
  if (late) openAppeal(late.id)
  else openList(waiting ? 'toAccept' : 'all')
}
