import type { Appeal, Loaded, Outgoing } from '../../domain/appeal/appeal.ts'
import { nextTick } from '../../domain/appeal/clockwork.ts'
import type { Decision } from '../../domain/appeal/decisions.ts'
import { loadOf } from '../../domain/appeal/derived.ts'
import { conclude, unmerge } from '../../domain/appeal/grouping.ts'
import { toldInsteadAt } from '../../domain/appeal/recipients.ts'
import { emptyRota } from '../../domain/duty/rota.ts'
import { type Notice, noticesOf } from '../../domain/notice/notice.ts'
import { payAll } from '../carry/pay.ts'
import { saveStep } from '../store/appeals.ts'
import { childrenOf, nameWaiting, settleCauses, settleTick } from '../store/appealTimer.ts'
import { deliver, takeBack } from '../store/notices.ts'
import { countLoad, enrol, newcomers, rotas } from '../store/rotas.ts'
import { askAbout } from './ask.ts'
import type { World } from './world.ts'

const childrenAtOnce = 50
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
  if (appeal.working && !appeal.responsible) await enrolHandlers(appeal.organisation.id, world, now)
  const loaded = await countWork(appeal, world)
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

/**
 * Tells all whom the outbox names; of an organisation, whoever it names now. Who is gone (注销), and staff who left, are
 * told nothing, and what a step has told them at once is taken back; what was for who has it in hand is told to whoever
 * their organisation names instead. Under ids that say instead of whom, so that it is told once, to whomever.
 */
async function tellAll(appeal: Appeal, world: World): Promise<void> {
  const isTo = (outgoing: Outgoing) =>
    outgoing.organisationId === undefined && world.isThere(appeal, outgoing)
  const here = appeal.outbox.filter(isTo)
  const others = appeal.outbox.filter((each) => !isTo(each))
  const instead = await Promise.all(others.map((each) => toldInstead(appeal, each, world)))
  await deliver([...noticesOf(appeal, here), ...instead.flat()])
  const toNobody = noticesOf(appeal, others).map(({ _id }) => _id)
  if (toNobody.length > 0) await takeBack(toNobody)
}

async function toldInstead(appeal: Appeal, outgoing: Outgoing, world: World): Promise<Notice[]> {
  const { sequence, personId } = outgoing
  const place = outgoing.organisationId ?? toldInsteadAt(appeal, personId)
  if (place === undefined) return []
  const told = appeal.outbox.flatMap((each) => (each.sequence === sequence ? each.personId : []))
  const somebody = await world.somebody(place, [appeal.reporterId, ...told])
  if (!somebody) return []
  return noticesOf(appeal, [{ ...outgoing, personId: somebody.personId }]).map((notice) => ({
    ...notice,
    _id: `${appeal._id}-${sequence}-instead-${outgoing.organisationId ?? personId}`,
  }))
}

/**
 * Who handles appeals where one has just arrived: so that the next one goes to who has the least. What has waited there
 * while nobody was known is named to them.
 */
async function enrolHandlers(organisationId: string, world: World, now: number): Promise<void> {
  if (world.enrolled.has(organisationId)) return
  world.enrolled.add(organisationId)
  const [rota, handlers] = await Promise.all([world.rota(organisationId), world.handlers(organisationId)])
  const known = rota ?? emptyRota(organisationId)
  // First: afterwards nobody would come by for it.
  if (newcomers(known, handlers).length > 0) await nameWaiting(organisationId, now)
  if (!rota) await rotas.add({ ...known, load: { people: {}, counted: [] } })
  await enrol(known, handlers)
}

/** Counts whose work it is from now on; who left has none. */
async function countWork(appeal: Appeal, world: World): Promise<Loaded | null> {
  const before = appeal.loaded
  const wanted = loadOf(appeal)
  const post = wanted ? await world.post(wanted.organisationId, wanted.personId) : undefined
  const loaded = post ? wanted : null
  if (same(before, loaded)) return loaded
  const key = `${appeal._id}-${appeal.version}`
  if (before) await countLoad(before, undefined, -1, `${key}-off`)
  if (loaded) await countLoad(loaded, post, 1, `${key}-on`)
  return loaded
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
