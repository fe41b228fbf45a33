import type { Appeal, Loaded } from '../../domain/appeal/appeal.ts'
import { nextTick } from '../../domain/appeal/clockwork.ts'
import type { Decision } from '../../domain/appeal/decisions.ts'
import { loadOf } from '../../domain/appeal/derived.ts'
import { conclude, unmerge } from '../../domain/appeal/grouping.ts'
import { handlersAt } from '../../domain/duty/naming.ts'
import { emptyRota } from '../../domain/duty/rota.ts'
import { noticesOf } from '../../domain/notice/notice.ts'
import { payAll } from '../carry/pay.ts'
import { saveStep } from '../store/appeals.ts'
import { childrenOf, settleCauses, settleTick } from '../store/appealTimer.ts'
import { deliver, takeBack } from '../store/notices.ts'
import { staffOf } from '../store/people.ts'
import { countLoad, enrol, rotas } from '../store/rotas.ts'
import { askAbout } from './ask.ts'
import type { World } from './world.ts'

const childrenAtOnce = 50
const staffRead = 500
/** An appeal whose payments a run was broken off at is looked at again after this, in milliseconds: others come first. */
const inHand = 60_000

/**
 * What a step leaves behind: everybody is told, the work is counted, children follow, what was said goes to the content
 * check, and who has earned something is paid as long as there is time. Done twice, it is done once.
 */
export async function settle(
  appeal: Appeal,
  world: World,
  now: number,
  isTime: () => boolean,
): Promise<void> {
  await tellAll(appeal, world)
  const loaded = loadOf(appeal)
  if (appeal.working && !appeal.responsible) await enrolHandlers(appeal.organisation.id, world, now)
  await countWork(appeal, loaded)
  const left = await childrenFollow(appeal, now)
  const safety = await askAbout(appeal, now)
  const tickAt = left ? now : nextTick(appeal)
  const causes = appeal.causes ?? []
  const resting = causes.length === 0 ? tickAt : Math.min(tickAt, now + inHand)
  if (!(await settleTick(appeal, { loaded, tickAt: resting, safety })) || causes.length === 0) return
  // Last of all: a photo that can't be read now holds up nothing but its payment.
  const unpaid = await payAll(causes, now, isTime)
  await settleCauses(appeal, resting, unpaid.left, unpaid.left.length === 0 ? tickAt : now)
  if (unpaid.error) throw unpaid.error
}

/** Tells all whom the outbox names. Who is gone (注销) is told nothing, and what a step has told them at once is taken back. */
async function tellAll(appeal: Appeal, world: World): Promise<void> {
  const made = noticesOf(appeal, appeal.outbox)
  const toNobody = made.filter(({ personId }) => world.gone.has(personId)).map(({ _id }) => _id)
  await deliver(made.filter(({ personId }) => !world.gone.has(personId)))
  if (toNobody.length > 0) await takeBack(toNobody)
}

/** Who handles appeals where one has just arrived: so that the next one goes to who has the least. */
async function enrolHandlers(organisationId: string, world: World, now: number): Promise<void> {
  if (world.enrolled.has(organisationId)) return
  world.enrolled.add(organisationId)
  const staff = await staffOf(organisationId, undefined, staffRead)
  const handlers = handlersAt(organisationId, staff, now)
  const rota = world.rota(organisationId)
  if (!rota) await rotas.add({ ...emptyRota(organisationId), load: { people: {}, counted: [] } })
  await enrol(rota ?? emptyRota(organisationId), handlers)
}

async function countWork(appeal: Appeal, loaded: Loaded | null): Promise<void> {
  const before = appeal.loaded
  if (same(before, loaded)) return
  const key = `${appeal._id}-${appeal.version}`
  if (before) await countLoad(before, undefined, -1, `${key}-off`)
  const title = [appeal.responsible, appeal.named].find((who) => who?.personId === loaded?.personId)?.title
  if (loaded) await countLoad(loaded, title, 1, `${key}-on`)
}

const same = (a: Loaded | null, b: Loaded | null) =>
  a?.organisationId === b?.organisationId && a?.personId === b?.personId && a?.weight === b?.weight

/**
 * Children end as their parent has ended; when its person withdrew it, they go on by themselves, because theirs have
 * not. True when there are more than fit into one look.
 */
async function childrenFollow(parent: Appeal, now: number): Promise<boolean> {
  const ended = parent.state === 'closed' || parent.state === 'declined' || parent.state === 'withdrawn'
  if (!ended || parent.children === 0) return false
  const children = await childrenOf(parent._id, childrenAtOnce)
  for (const child of children) {
    // It is due at once: whom it concerns is told when the timer looks at it.
    await saveStep(child, followed(child))
  }
  return children.length === childrenAtOnce

  function followed(child: Appeal): Decision {
    const attempt = { caller: 'clock', now, requestId: `clock-follow-${parent._id}` } as const
    return parent.state === 'withdrawn'
      ? unmerge(child, undefined, attempt, '').child
      : conclude(child, parent, attempt)
  }
}
