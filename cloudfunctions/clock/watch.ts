import { gathered } from '../../domain/operating/counting.ts'
import { afterLooking, type Incident, incidentNotices, mustBeTold } from '../../domain/operating/incident.ts'
import { afterRun, findings, type IncidentKind, type Run } from '../../domain/operating/judging.ts'
import { operatingLimits } from '../../domain/operating/limits.ts'
import { incidentWords } from '../../domain/operating/words.ts'
import { note, stepFailed } from '../log.ts'
import { forgetCounts } from '../store/counters.ts'
import { deliver } from '../store/notices.ts'
import { operating, operations, saveIncident } from '../store/operations.ts'
import { organisationsOfKind } from '../store/organisations.ts'
import { administratorsOf } from '../store/people.ts'

const minute = 60_000

/**
 * The last thing of a run: writes down that it ran, and judges how everything goes. What is wrong becomes an incident, of
 * which the administrators of the city are told once; what is well again ends it. What fails here is tried by the next run.
 */
export async function watch(run: Run, now: number): Promise<void> {
  try {
    const { counters, heartbeat, incidents, waiting } = await operating(now, operatingLimits.judged)
    const after = afterRun(heartbeat, run)
    await operations.put(after)
    // Whether it is late is told by the run before; whether its parts fail, by this one too.
    const before = heartbeat && { ...heartbeat, runs: after.runs }
    const found = findings({ counts: gathered(counters), heartbeat: before, waiting }, now)
    for (const kind of Object.keys(incidentWords) as IncidentKind[]) {
      const incident = incidents.find(({ of }) => of === kind)
      const finding = found.find((each) => each.kind === kind)
      await settle(incident, afterLooking(incident, kind, finding, now))
    }
    // Once an hour is enough.
    if (now % (60 * minute) < minute) await forgetCounts(now - operatingLimits.kept)
  } catch (error) {
    stepFailed('watch', error)
  }
}

async function settle(before: Incident | undefined, after: Incident | undefined): Promise<void> {
  if (after) {
    if (!(await saveIncident(before, after))) return
    if (before?.closedAt !== after.closedAt)
      note({ incident: after.of, open: after.closedAt === null, count: after.count })
  }
  const incident = after ?? before
  if (!incident || !mustBeTold(incident)) return
  const cities = await organisationsOfKind('city', operatingLimits.told)
  const administrators = await administratorsOf(
    cities.map(({ _id }) => _id),
    operatingLimits.told,
  )
  await deliver(
    incidentNotices(
      incident,
      administrators.map(({ _id }) => _id),
    ),
  )
  await operations.update({ _id: incident._id, openedAt: incident.openedAt }, { told: true })
}
