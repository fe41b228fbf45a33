import type { AppealView } from '../../../domain/contract'
import { ClockCard } from '../ClockCard'
import { clockOf } from '../clock'
import { date, moment, clock as timeOf } from '../words'

/** The clock that runs, for the person: how long is left, and that nobody can push it back. */
export function Deadline({ view, now }: { view: AppealView; now: number }) {
  const clock = clockOf(view, { accept: view.acceptFrom, resolve: view.resolveFrom })
  if (!clock) return null
  const late = clock.by <= now
  const what = clock.kind === 'accept' ? (view.state === 'submitted' ? '派单' : '接单') : '办结'
  return (
    <ClockCard
      large
      clock={clock}
      now={now}
      caption={late ? `比${what}期限晚了` : `离${what}期限还有`}
      aside={[date(clock.by, now), `${timeOf(clock.by)} 前`]}
      words={
        clock.kind === 'resolve'
          ? `${view.situation.catchAllId === null ? '' : '到期没办完，自己升到上一级。'}换谁来办，期限都不往后推。`
          : view.resolveBy === undefined
            ? ''
            : `办结期限：${moment(view.resolveBy, now)} 前。`
      }
    />
  )
}
