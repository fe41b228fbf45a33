import { speller } from '../../cloudfunctions/api/organisation/speller.ts'
import { type Differences, differences } from '../../domain/place/differences.ts'
import { moved, servedArea, servedKinds, unsettledBy } from '../../domain/place/edits.ts'
import { keyed, nameKeys } from '../../domain/place/nameKeys.ts'
import {
  type ListedOrganisation,
  type Organisation,
  searchable,
  versionOf,
} from '../../domain/place/organisation.ts'
import { movable, placedUnder } from '../../domain/place/placement.ts'

/** What a new edition of the data changed, by the names of the places. */
export interface CityUpdate {
  added: string[]
  renamed: string[]
  moved: string[]
  closed: string[]
  /** Otherwise in the data, and left as they are: something is below them or in hand, or they can't move there. */
  kept: string[]
}

type Keyed = import('../../cloudfunctions/store/organisations.ts').KeyedOrganisation
type Store = typeof import('../../cloudfunctions/store/organisations.ts')
type Changes = Map<string, Partial<Organisation>>

/**
 * Brings a city that was loaded before up to the data: what is new is added, what has another name or parent is
 * changed, what is gone is closed when nobody needs it, and nothing is ever deleted. What administrators changed
 * stays. Run again, or broken off and run again, it changes nothing more.
 */
export async function updateCity(described: readonly Organisation[]): Promise<CityUpdate> {
  // The SDK reads its address when it is first loaded, so that must happen after the cloud has started.
  const store = await import('../../cloudfunctions/store/organisations.ts')
  const stored = await readCity(store, described[0]?._id ?? '')
  const found = differences(described, stored)
  const byId = new Map<string, Keyed>(stored.map((each) => [each._id, each]))
  const added = await add(store, found.added, byId)
  const { changes, kept } = await changesOf(store, found, byId)
  for (const [id, fields] of changes) {
    const organisation = byId.get(id)
    if (!organisation) continue
    const version = versionOf(organisation) + 1
    const keys = nameKeys({ ...organisation, ...fields })
    await store.organisations.update(
      { _id: id },
      store.organisationChange({ ...fields, nameKeys: keys, version }),
    )
  }
  const unsettled = stored.filter((each) => each.unsettled && each.unsettled.why !== 'merge')
  await settle(store, [...unsettled.map(({ _id }) => _id), ...changes.keys()])
  const { closed, needed } = await closeGone(store, found.gone)
  await noteCity(described[0]?._id ?? '')
  await noteKeys()
  const names = (list: readonly { organisation: ListedOrganisation }[]) =>
    list.map(({ organisation }) => organisation.name)
  return {
    added,
    renamed: found.renamed.map(({ organisation, name }) => `${organisation.name} → ${name}`),
    moved: names(found.moved).filter((name) => !kept.includes(name)),
    closed,
    kept: [...kept, ...needed],
  }
}

/** What that would do, and nothing is done; what can't move or is still needed is among the moved and the closed. */
export async function plannedUpdate(described: readonly Organisation[]): Promise<CityUpdate> {
  const store = await import('../../cloudfunctions/store/organisations.ts')
  const found = differences(described, await readCity(store, described[0]?._id ?? ''))
  return {
    added: found.added.map(({ name }) => name),
    renamed: found.renamed.map(({ organisation, name }) => `${organisation.name} → ${name}`),
    moved: found.moved.map(({ organisation }) => organisation.name),
    closed: found.gone.filter(({ active }) => active).map(({ name }) => name),
    kept: [],
  }
}

async function readCity(store: Store, cityId: string): Promise<Keyed[]> {
  const city = await store.organisations.get(cityId)
  const all: Keyed[] = city ? [city] : []
  for (let after = ''; ; ) {
    const page = await store.allBelowWithKeys(cityId, after, 1000)
    all.push(...page)
    const last = page.at(-1)
    if (!last || page.length < 1000) return all
    after = last._id
  }
}

async function add(
  store: Store,
  places: readonly Organisation[],
  byId: Map<string, Keyed>,
): Promise<string[]> {
  for (const place of places) {
    const parent = place.parentId === null ? undefined : byId.get(place.parentId)
    const organisation = keyed({ ...place, ...(parent && placedUnder(place, parent)) })
    byId.set(place._id, organisation)
    await store.organisations.add(organisation)
  }
  return places.map(({ name }) => name)
}

/** What is written of each organisation, in one update each: new facts together with what the data said. */
async function changesOf(
  store: Store,
  found: Differences,
  byId: ReadonlyMap<string, Keyed>,
): Promise<{ changes: Changes; kept: string[] }> {
  const spell = await speller()
  const changes: Changes = new Map()
  const kept: string[] = []
  const change = ({ _id }: ListedOrganisation, fields: Partial<Organisation>) =>
    changes.set(_id, { ...changes.get(_id), ...fields })
  const work = async ({ _id }: ListedOrganisation, why: 'move' | 'rename') =>
    unsettledBy(why, 1 + (await store.countBelow(_id)))
  for (const { organisation, official } of found.noted) change(organisation, { official })
  for (const organisation of byId.values())
    if (!organisation.spelling) change(organisation, searchable(organisation.name, spell))
    else if (!organisation.nameKeys) change(organisation, {})
  for (const { organisation, parentId } of found.moved) {
    const parent = byId.get(parentId)
    if (parent?.active && movable.includes(organisation.kind) && !organisation.unsettled)
      change(organisation, { ...moved(organisation, parent), unsettled: await work(organisation, 'move') })
    else kept.push(organisation.name)
  }
  for (const { organisation, name } of found.renamed)
    change(organisation, {
      name,
      ...searchable(name, spell),
      unsettled: await work(organisation, 'rename'),
    })
  return { changes, kept }
}

async function settle(store: Store, ids: readonly string[]): Promise<void> {
  const { renewTree } = await import('../../cloudfunctions/api/organisation/renewTree.ts')
  const { written } = await import('../../cloudfunctions/api/organisation/progress.ts')
  for (const id of new Set(ids))
    for (let left = true; left; ) {
      const organisation = await store.organisations.get(id)
      if (!organisation?.unsettled || organisation.mergedInto) break
      left = (await written(organisation, await renewTree(organisation, organisation.unsettled, Date.now())))
        .left
    }
}

/** Appeals from before it was kept learn which city they are of. */
async function noteCity(cityId: string): Promise<void> {
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  const { command } = await import('../../cloudfunctions/store/collection.ts')
  await appeals.update({ city: command.exists(false), 'organisation.ancestors': cityId }, { city: cityId })
}

/** Appeals from before there were any learn what they are found by. */
async function noteKeys(): Promise<void> {
  const { appealsWithoutKeys } = await import('../../cloudfunctions/store/search.ts')
  const { keyed } = await import('../../cloudfunctions/api/organisation/renewKeys.ts')
  for (;;) {
    const some = await appealsWithoutKeys(100)
    if (some.length === 0) return
    await Promise.all(some.map(keyed))
  }
}

async function closeGone(store: Store, gone: readonly ListedOrganisation[]) {
  const { countWork } = await import('../../cloudfunctions/store/appealWork.ts')
  const closed: string[] = []
  const needed: string[] = []
  // What is below first, so that what is above is free to follow.
  const upwards = gone.filter(({ active }) => active).sort((a, b) => b.ancestors.length - a.ancestors.length)
  for (const { _id, name, ...rest } of upwards) {
    const area = servedArea(rest)
    const [children, working, served] = await Promise.all([
      store.countChildren(_id),
      countWork(_id, {}),
      area === undefined ? 0 : store.countChildren(area, servedKinds),
    ])
    if (children + working + served > 0) needed.push(name)
    else {
      // Read again: what was above it may stand elsewhere by now.
      const now = await store.organisations.get(_id)
      if (!now) continue
      const nameKeysNow = nameKeys({ ...now, active: false })
      await store.organisations.update(
        { _id },
        store.organisationChange({ active: false, nameKeys: nameKeysNow, version: versionOf(now) + 1 }),
      )
      closed.push(name)
    }
  }
  return { closed, needed }
}

/** The same in a few lines, for people; empty when nothing changed. */
export function updateLines({ added, renamed, moved, closed, kept }: CityUpdate): string[] {
  const line = (what: string, names: readonly string[]) =>
    names.length > 0
      ? [`${what}: ${names.slice(0, 5).join('、')}${names.length > 5 ? ` …` : ''} (${names.length})`]
      : []
  return [
    ...line('added', added),
    ...line('renamed', renamed),
    ...line('moved', moved),
    ...line('gone and closed', closed),
    ...line('gone, still in use', kept),
  ]
}
