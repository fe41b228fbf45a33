import { inBeijing } from '../../domain/time.ts'
import type { LocalCloud } from '../../localcloud/start.ts'
import { phoneOf } from './phone.ts'

const kaixuan = '210103014001'
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const day = 86_400_000

/**
 * The duty rota of the preview's community: one works by day, a colleague by night, and in three days nobody is there
 * by day. The colleague has left a note and asks to be relieved of a night. A rota that is there stays as it is.
 */
export async function loadPreviewRota(cloud: LocalCloud, now: number): Promise<void> {
  const secretary = phoneOf(cloud, 'preview-secretary', `secretary-${kaixuan}`)
  const worker = phoneOf(cloud, 'preview-gridWorker', `gridWorker-${kaixuan}`)
  const colleague = phoneOf(cloud, 'preview-colleague', `gridWorker-${kaixuan}`)
  if ((await secretary('duty.rota', {})).version > 0) return
  const [{ personId: byDay }, { personId: byNight }] = await Promise.all([
    worker('person.me', {}),
    colleague('person.me', {}),
  ])
  // Whoever leaves a note must be on duty, whatever the time is now.
  const always = everyDay.map((weekday) => ({ weekday, from: 0, to: 0, personId: byNight }))
  await secretary('duty.plan', { version: 0, cover: 'none', weekly: always })
  const { version } = await colleague('duty.handOver', { words: '北站路灯不亮，等城管回电' })
  const [evening, morning] = [20 * 60, 8 * 60]
  const free = inBeijing(now + 3 * day).day() || 7
  const days = everyDay
    .filter((weekday) => weekday !== free)
    .map((weekday) => ({ weekday, from: morning, to: evening, personId: byDay }))
  const nights = everyDay.map((weekday) => ({ weekday, from: evening, to: morning, personId: byNight }))
  await secretary('duty.plan', { version, cover: 'always', weekly: [...days, ...nights] })
  const { shifts } = await colleague('duty.rota', {})
  const [, later] = shifts.filter(({ mine, from }) => mine && from > now)
  if (later) await colleague('duty.askSwap', { day: later.day, slotId: later.slotId, toId: byDay })
}
