import type { AppealRow } from '../../../domain/contract'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { figure } from '../figure'
import { isToAsk, waitingOf } from './groups'
import type { Work, WorkFilter } from './useWork'
import { openAppeal } from './WorkRow'

interface Props {
  work: Work
  filter: WorkFilter
  /** Those that wait to be taken, when none of them has been read yet. */
  onShowWaiting: () => void
  now: number
}

// Whoever has not been waited for long enough may still answer by themselves.
function Ask({ rows: [first], now }: { rows: readonly AppealRow[]; now: number }) {
  if (!first || !isToAsk(first, now)) return null
  return (
    <ActionBar
      main={<Button text="回访：等得最久的" iconAfter="arrow-right" onTap={() => openAppeal(first.id)} />}
    />
  )
}

/** The one main button: the first that waits to be taken, else what is due first. */
export function GoOn({ work: { rows = [], first, counts }, filter, onShowWaiting, now }: Props) {
  if (filter === 'followUp') return <Ask rows={rows} now={now} />
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
