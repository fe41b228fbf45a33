import type { TaskPlanInput } from '../../domain/contract.ts'
import { type TaskKind, templates } from '../../domain/task/kinds.ts'
import { beijingDate, startOfDay } from '../../domain/time.ts'
import type { LocalCloud } from '../../localcloud/start.ts'
import { phoneOf } from './phone.ts'

const kaixuan = '210103014001'
const hour = 3_600_000
/** Of the preview's community; its middle is not known to the division data. */
const nearby = { longitude: 123.4335, latitude: 41.8012 }

/** What volunteers are asked for in the preview: from the templates, the first of them soon. */
function plansAt(now: number): TaskPlanInput[] {
  const soon = Math.ceil(now / hour) * hour
  const tomorrow = startOfDay(now) + 24 * hour
  return [
    planOf('cleaning', '雪后清扫北站路台阶', '北站路台阶', soon),
    planOf('order', '校门口晚高峰看秩序', '文艺路小学门口', tomorrow + 16.5 * hour),
    planOf('publicity', '反诈单子，顺路发一发', '凯旋社区门口', tomorrow + 9 * hour),
  ]
}

function planOf(kind: TaskKind, title: string, place: string, from: number): TaskPlanInput {
  const { words, points, lasts, places, proof, tags } = templates[kind]
  return {
    kind,
    title,
    words,
    points,
    places,
    proof: [...proof],
    tags: [...tags],
    place: { name: place, point: nearby },
    from,
    to: from + lasts * 60_000,
  }
}

/** Publishes them as the community's grid worker, when nothing is open there; once a day. */
export async function loadPreviewTasks(cloud: LocalCloud, now: number): Promise<void> {
  let requests = 0
  const worker = phoneOf(
    cloud,
    'preview-gridWorker',
    `gridWorker-${kaixuan}`,
    () => `preview-task-${beijingDate(now)}-${++requests}`,
  )
  if ((await worker('task.board', {})).rows.length > 0) return
  for (const plan of plansAt(now)) await worker('task.create', { plan, publish: true })
}
