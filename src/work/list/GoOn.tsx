import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { figure } from '../figure'
import { waitingOf } from './groups'
import type { Work, WorkFilter } from './useWork'
import { openAppeal } from './WorkRow'

interface Props {
  work: Work
  filter: WorkFilter
  /** Those that wait to be taken, when none of them has been read yet. */
  onShowWaiting: () => void
}

/** The one main button: the first that waits to be taken, else what is due first. */
export function GoOn({ work: { rows = [], first, counts }, filter, onShowWaiting }: Props) {
  const open = filter === 'done' ? [] : rows
  const waiting = counts?.toAccept ?? 0
  if (waiting > 0) {
    const next = waitingOf(open) ?? waitingOf(first)
    const go = () => (next ? openAppeal(next.id) : onShowWaiting())
    return (
      <ActionBar
        main={
          <Button
            text={`接着办：${counts && figure(counts, 'toAccept')} 件待接单`}
            iconAfter="arrow-right"
            onTap={go}
          />
        }
      />
    )
  }
  const next = open[0] ?? first[0]
  if (!next) return null
  return (
    <ActionBar
      main={<Button text="接着办：最先到期的" iconAfter="arrow-right" onTap={() => openAppeal(next.id)} />}
    />
  )
}
