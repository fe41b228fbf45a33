import type { AppealView } from '../../../domain/contract'
import { ClockCard } from '../../appeal/ClockCard'
import type { Clock } from '../../appeal/clock'
import { date, moment, clock as timeOf } from '../../appeal/words'

/** Until when it must be taken, and until when it must be done. */
export function StaffClock({ clock, view, now }: { clock: Clock; view: AppealView; now: number }) {
  const day = date(clock.by, now)
  const by = day === '今天' ? timeOf(clock.by) : `${day} ${timeOf(clock.by)}`
  const what = view.state === 'submitted' ? '派单' : '接单'
  return (
    <ClockCard
      clock={clock}
      now={now}
      caption={clock.by > now ? `${by} 前${what}，还剩` : `${by} 该${what}，晚了`}
      aside={view.resolveBy === undefined ? [] : ['办结期限', moment(view.resolveBy, now)]}
    />
  )
}
