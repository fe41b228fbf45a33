import { indexes } from '../../../cloudfunctions/store/indexes.ts'
import type { Appeal } from '../../../domain/appeal/appeal.ts'
import type { AppealEvent } from '../../../domain/appeal/log.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import type { Person } from '../../../domain/people/person.ts'
import { SqliteEngine } from '../../../localcloud/engine/sqlite.ts'
import type { Document } from '../../../localcloud/engine/values.ts'
import type { LocalCloud } from '../../../localcloud/start.ts'
import { phoneOf } from '../../load/phone.ts'
import { kaixuan } from './crowd.ts'
import { rider, worker } from './day.ts'

/** Milliseconds of one whole life of an appeal, the median of some: through the functions, and in the bare engine. */
export interface Lives {
  functions: number
  engine: number
}

/**
 * Submit → accept → note → resolve → confirm through the functions, then the very same writes (the appeal, its four
 * steps, the notices) by the bare engine with the same indexes; in turn, so that what else runs on the machine meets
 * both.
 */
export async function lives(cloud: LocalCloud, count: number): Promise<Lives> {
  const { appeals } = await import('../../../cloudfunctions/store/appeals.ts')
  const { notices } = await import('../../../cloudfunctions/store/notices.ts')
  const { people } = await import('../../../cloudfunctions/store/people.ts')
  const { command } = await import('../../../cloudfunctions/store/collection.ts')
  const engine = new SqliteEngine()
  await engine.declareIndexes('appeals', indexes.appeals)
  await engine.declareIndexes('notices', indexes.notices)
  const times: Lives[] = []
  for (let turn = 0; turn < count * 1.5; turn += 1) {
    // Nobody sends that many in a row.
    await people.update({ openid: rider.who }, { rates: command.remove() as unknown as Person['rates'] })
    const began = performance.now()
    const id = await throughFunctions(cloud)
    const functions = performance.now() - began
    const appeal = await appeals.get(id)
    if (!appeal) throw new Error('an appeal is not there')
    const told = await notices.find({ where: { personId: appeal.reporterId }, limit: 3 })
    const bare = await inEngine(engine, appeal, told, turn)
    if (turn >= count / 2) times.push({ functions, engine: bare })
  }
  await engine.close()
  return {
    functions: median(times.map((each) => each.functions)),
    engine: median(times.map((each) => each.engine)),
  }
}

async function throughFunctions(cloud: LocalCloud): Promise<string> {
  const asker = phoneOf(cloud, rider.who)
  const handler = phoneOf(cloud, worker.who, worker.hat)
  const { id } = await asker('appeal.submit', {
    kind: 'request',
    category: 'gateAccess',
    text: '北门晚上九点就锁，绕路七八百米。能不能给骑手留个小门？',
    area: kaixuan,
    trade: 'delivery',
  })
  await handler('appeal.accept', { id, version: 1 })
  await handler('appeal.note', { id, version: 2, words: '和物业约了周五看现场。' })
  await handler('appeal.resolve', { id, version: 3, words: '小门开到 23:00，有人值班。' })
  await asker('appeal.confirm', { id, version: 4, answer: 'satisfied' })
  return id
}

/** The same writes as documents: what is measured is the engine alone, not the making of them. */
async function inEngine(engine: SqliteEngine, appeal: Appeal, told: Notice[], turn: number): Promise<number> {
  const [first, ...later] = appeal.events
  if (!first) throw new Error('an appeal without its first event')
  const states = [first, ...later].map(({ to }) => to)
  const sent: Document = { ...appeal, _id: `bare-${turn}`, events: [first], version: 1, state: states[0] }
  const changes = later.map((event) => changeOf(appeal, event))
  const made = told.map((notice): Document => ({ ...notice, _id: `${notice._id}-${turn}` }))
  const began = performance.now()
  await engine.insert('appeals', [sent])
  for (const [index, change] of changes.entries()) {
    await engine.update('appeals', { filter: { _id: sent._id, version: index + 1 }, change })
    const notice = made[index]
    if (notice) await engine.insert('notices', [notice])
  }
  return performance.now() - began
}

/** What a step writes: its changes, what follows from them, and its event. */
function changeOf({ lastNote }: Appeal, event: AppealEvent): Document {
  const working = event.to === 'accepted'
  const derived = {
    state: event.to,
    open: working,
    working,
    dueAt: event.at,
    tickAt: event.at,
    updatedAt: event.at,
  }
  return {
    $set: { ...event.changes, ...derived, helperIds: [], supporters: [], ...(lastNote && { lastNote }) },
    $inc: { version: 1 },
    $push: { events: event },
  }
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0
