import type { Appeal, Named } from '../../domain/appeal/appeal.ts'
import { type Attempt, afterStep } from '../../domain/appeal/decisions.ts'
import { accept, resolve } from '../../domain/appeal/handling.ts'
import { submission } from '../../domain/appeal/submission.ts'
import { Refusal, type RefusalCode } from '../../domain/errors.ts'
import type { Caller, Hat, Role } from '../../domain/people/roles.ts'
import type { Organisation } from '../../domain/place/organisation.ts'
import type { Assessed } from '../../domain/relief/assessing.ts'
import { withAsked } from '../../domain/safety/pieces.ts'
import { shownCell } from '../../domain/safety/seeing.ts'

export const hour = 3_600_000
export const day = 24 * hour
/** A working Wednesday afternoon. */
export const sent = Date.parse('2026-12-02T14:06:00+08:00')

export const organisation = (id: string, over: Partial<Organisation> = {}): Organisation => ({
  _id: id,
  name: `${id}社区`,
  kind: 'community',
  area: id,
  ancestors: ['street', 'district', 'city'],
  parentId: 'street',
  catchAllId: 'district-newSectorCommittee',
  location: '沈河区 · 北站街道',
  active: true,
  suffixes: [],
  ...over,
})
const committee = { area: 'district', ancestors: ['district', 'city'], parentId: 'district' } as const
export const community = organisation('凯旋')
export const other = organisation('巢湖')
export const tradeCommittee = organisation('district-tradeCommittee-delivery', {
  ...committee,
  ancestors: ['district', 'city'],
  name: '沈河区网约配送行业党委',
  kind: 'tradeCommittee',
  trade: 'delivery',
})
export const catchAll = organisation('district-newSectorCommittee', {
  ...committee,
  ancestors: ['district', 'city'],
  name: '沈河区两新工委',
  kind: 'newSectorCommittee',
  catchAllId: 'city-newSectorCommittee',
})
export const top = organisation('city-newSectorCommittee', {
  name: '沈阳市两新工委',
  kind: 'newSectorCommittee',
  area: 'city',
  ancestors: ['city'],
  parentId: 'city',
  catchAllId: null,
})

export const hat = (holder: Organisation, role: Role): Hat => ({
  id: `${role}@${holder._id}`,
  role,
  organisation: {
    id: holder._id,
    name: holder.name,
    kind: holder.kind,
    area: holder.area,
    ancestors: holder.ancestors,
  },
})
export const rider: Caller = { personId: 'rider', hat: undefined }
export const worker: Caller = { personId: 'worker', hat: hat(community, 'gridWorker') }
export const colleague: Caller = { personId: 'colleague', hat: hat(community, 'secretary') }
export const supervisor: Caller = { personId: 'supervisor', hat: hat(catchAll, 'supervisor') }

let requests = 0
export const by = <C extends Attempt['caller']>(caller: C, now = sent + hour) => {
  requests += 1
  return { caller, now, requestId: `request-${requests}` }
}

export function submitted(
  over: Partial<Parameters<typeof submission>[1]> = {},
  {
    id = 'a1b2c3d4e5f6a1b2c3d4e5f6',
    at = sent,
    holder = community,
    caller = rider,
    confidential = false,
    assessed,
    filedBy,
  }: {
    id?: string
    at?: number
    holder?: Organisation
    caller?: Caller
    confidential?: boolean
    assessed?: Assessed
    filedBy?: Named
  } = {},
): Appeal {
  return submission(
    id,
    {
      kind: 'request',
      category: 'gateAccess',
      urgency: 'normal',
      text: '北门晚上九点就锁',
      photos: [],
      area: holder._id,
      identity: 'shielded',
      trade: 'delivery',
      channel: 'home',
      ...over,
    },
    holder,
    {
      organisation: holder,
      assistants: [],
      dispatch: { ruleId: 'community', ruleNumber: 8, ruleVersion: 1, reason: '归所在的社区。' },
      confidential,
      placed: true,
    },
    { personId: 'worker', title: '网格员' },
    by(caller, at),
    { assessed, filedBy },
  )
}

export const save = afterStep
export const accepted = (appeal = submitted()) => save(appeal, accept(appeal, by(worker)))
export const resolved = (appeal = accepted(), at = sent + hour) =>
  save(
    appeal,
    resolve(appeal, by(worker, at), {
      words: '小门开到 23:00',
      photos: ['cloud://e/photos/worker/1.jpg'],
      unsolved: false,
    }),
  )

/** An appeal of which the content check has looked at all, and found nothing. */
export function passed(appeal: Appeal): Appeal {
  const safety = { ...withAsked(appeal.safety, appeal), waiting: [] }
  const { cell: _, ...place } = appeal.place
  const cell = shownCell({ ...appeal, safety })
  return { ...appeal, safety, place: { ...place, ...(cell !== undefined && { cell }) } }
}

/** The code of what is refused; undefined when nothing is. */
export const codeOf = (run: () => unknown): RefusalCode | undefined => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return undefined
}
