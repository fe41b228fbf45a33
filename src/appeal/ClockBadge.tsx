import { Badge } from '../ui/Badge'
import { type Clock, paceOf } from './clock'
import { roughly, span } from './words'

interface Props {
  clock: Clock | undefined
  now: number
  /** How long is left, instead of 快到期: where no clock card says it. */
  exact?: boolean
}

/** A clock that is late or nearly so; nothing while there is time (look: Clocks). */
export function ClockBadge({ clock, now, exact }: Props) {
  if (!clock) return null
  const pace = paceOf(clock, now)
  if (pace === 'fine') return null
  if (pace === 'late')
    return <Badge text={`超时 ${roughly(now - clock.by)}`} icon="alarm-clock" tone="redWash" />
  const length = span(clock.by - now)
  const left = length.startsWith('不到') ? length : `剩 ${length}`
  return <Badge text={exact ? left : '快到期'} icon="hourglass" tone="wash" />
}
