import type { Actor } from '../../domain/people/actor.ts'
import type { Claimer } from '../../domain/task/claiming.ts'
import { draft, publish, type TaskAttempt } from '../../domain/task/publishing.ts'
import type { Task, TaskPlan } from '../../domain/task/task.ts'

/** A Wednesday morning. */
export const morning = Date.parse('2026-12-02T10:00:00+08:00')
export const hour = 3_600_000

export const community = {
  id: 'c1',
  name: '凯旋社区',
  kind: 'community' as const,
  area: 'c1',
  ancestors: ['s1', 'd1', '2101'],
}
const publisher: Actor = { personId: 'p-publisher', role: 'gridWorker', title: '网格员' }
export const attempt = (now = morning, key = `key-${now}`): TaskAttempt => ({ actor: publisher, now, key })

export const plan: TaskPlan = {
  title: '雪后清扫北站路台阶',
  words: '铁锹在驿站门口，拿了就干。',
  kind: 'cleaning',
  tags: [],
  place: { name: '北站路台阶', point: { longitude: 123.43, latitude: 41.8 } },
  radius: 200,
  from: morning + 4 * hour,
  to: morning + 5 * hour,
  repeat: 'none',
  places: 5,
  points: 4,
  proof: ['code', 'photo'],
  memberDays: 0,
  muster: false,
}

/** A published task; nobody has a place yet. */
export function exampleTask(change: Partial<TaskPlan> = {}, now = morning): Task {
  const setting = { organisation: community, team: null, beneficiary: false, secret: 'a secret' }
  return publish(draft('t1', { ...plan, ...change }, setting, attempt(now)), attempt(now))
}

export const claimer = (personId: string, change: Partial<Claimer> = {}): Claimer => ({
  personId,
  name: `志愿者 ${personId}`,
  registeredAt: morning - 100 * 24 * hour,
  volunteering: undefined,
  groupId: null,
  ...change,
})
