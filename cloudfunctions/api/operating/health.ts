import { Refusal } from '../../../domain/errors.ts'
import { hourOf, shownIncidents } from '../../../domain/operating/health.ts'
import { isTimerLate } from '../../../domain/operating/judging.ts'
import { operatingLimits } from '../../../domain/operating/limits.ts'
import { granted } from '../../../domain/permission.ts'
import { operating } from '../../store/operations.ts'
import type { UseCase } from '../useCase.ts'

/** Of this code: version and digest, put in place by the build. */
const build = process.env.FUNCTIONS_BUILD ?? ''

/** 运行情况: figures of the whole of it, for who administers the city; of nobody in particular. */
export const health: UseCase<'system.health'> = async ({ caller: { hat }, now }) => {
  if (hat?.organisation.kind !== 'city' || !granted('system.health', hat.role, ['organisation']))
    throw new Refusal('NOT_YOURS')
  const asked = Date.now()
  const { counters, heartbeat, incidents, waiting } = await operating(now, shownBack)
  return {
    at: now,
    build,
    database: Date.now() - asked,
    timer: {
      since: heartbeat?.since ?? null,
      at: heartbeat?.at ?? null,
      late: isTimerLate(heartbeat, now),
      runs: heartbeat?.runs ?? [],
    },
    waiting,
    hour: hourOf(counters, now),
    incidents: shownIncidents(incidents, now),
  }
}

/** As many whole parts as are shown, with the one that is being filled. */
const shownBack = operatingLimits.shown - operatingLimits.bucket
