import type { TaskView } from '../../domain/contract.ts'
import { community, hour, morning, plan } from './exampleTask.ts'

/** A task as somebody sees it who has nothing of it yet. */
export function taskView(change: Partial<TaskView> = {}): TaskView {
  const { title, words, kind, tags, radius, repeat, proof, memberDays, muster, points, places, from, to } =
    plan
  return {
    id: 't1',
    title,
    words,
    kind,
    tags,
    radius,
    repeat,
    proof,
    memberDays,
    muster,
    points,
    places,
    from,
    to,
    state: 'open',
    organisation: { id: community.id, name: community.name },
    place: { name: plan.place.name, ...(plan.place.point && { point: plan.place.point }) },
    left: places - 3,
    version: 1,
    publishedBy: '凯旋社区 · 网格员',
    hasBeneficiary: false,
    waiting: 0,
    may: { organise: false, verify: false },
    // Another hour than the example's, so that no test leans on it.
    ...(change.from === undefined &&
      change.to === undefined && { from: morning + 6 * hour, to: morning + 7 * hour }),
    ...change,
  }
}
