import type { ListedOrganisation, Organisation } from './organisation.ts'

/** What a new edition of the division data says otherwise than the last one did. */
export interface Differences {
  /** Not there yet; parents come before what is below them, under the ids that they have here. */
  added: Organisation[]
  renamed: { organisation: ListedOrganisation; name: string }[]
  moved: { organisation: ListedOrganisation; parentId: string }[]
  /** Came from an earlier edition and is not in this one. */
  gone: ListedOrganisation[]
  /** Nothing changes for people; only what the data last said is written down. */
  noted: { organisation: ListedOrganisation; official: NonNullable<Organisation['official']> }[]
}

/**
 * Compares the organisations that the data describes with those that are stored. A code changes when a place moves to
 * another street: one that is gone and one that is new with the same name and kind, each the only one, are the same
 * place. What administrators changed differs from what the data said last, and is kept.
 */
export function differences(
  described: readonly Organisation[],
  stored: readonly ListedOrganisation[],
): Differences {
  const byCode = new Map(stored.map((organisation) => [codeOf(organisation), organisation]))
  const codes = new Set(described.map(({ _id }) => _id))
  const gone = stored.filter((each) => each.official && !codes.has(codeOf(each)))
  const fresh = described.filter(({ _id }) => !byCode.has(_id))
  const same = pairs(fresh, gone)
  const found: Differences = { added: [], renamed: [], moved: [], gone: [], noted: [] }
  found.gone = gone.filter((organisation) => ![...same.values()].includes(organisation))

  const standing = new Map<string, ListedOrganisation>()
  const siblings = new Map(stored.map((each) => [`${each.parentId} ${each.kind} ${each.name}`, each]))
  for (const place of described) {
    const parentId = place.parentId === null ? null : (standing.get(place.parentId)?._id ?? place.parentId)
    const official = { code: place._id, name: place.name, parentId }
    const organisation =
      byCode.get(place._id) ?? same.get(place) ?? siblings.get(`${parentId} ${place.kind} ${place.name}`)
    standing.set(place._id, organisation ?? place)
    if (!organisation) found.added.push({ ...place, parentId, official })
    else compare(organisation, official, found)
  }
  return found
}

const codeOf = ({ _id, official }: ListedOrganisation): string => official?.code ?? _id

function compare(
  organisation: ListedOrganisation,
  official: NonNullable<Organisation['official']>,
  found: Differences,
): void {
  const { official: before = official, name, parentId, active } = organisation
  if (JSON.stringify(organisation.official) !== JSON.stringify(official))
    found.noted.push({ organisation, official })
  if (!active) return
  if (official.name !== before.name && name === before.name)
    found.renamed.push({ organisation, name: official.name })
  if (official.parentId !== before.parentId && parentId === before.parentId && official.parentId !== null)
    found.moved.push({ organisation, parentId: official.parentId })
}

/** New places with the gone one that has the same name and kind, where there is exactly one of each. */
function pairs(
  fresh: readonly ListedOrganisation[],
  gone: readonly ListedOrganisation[],
): Map<ListedOrganisation, ListedOrganisation> {
  const left = onlyOnes(gone)
  const found = new Map<ListedOrganisation, ListedOrganisation>()
  for (const [name, place] of onlyOnes(fresh)) {
    const before = left.get(name)
    if (place && before) found.set(place, before)
  }
  return found
}

function onlyOnes(list: readonly ListedOrganisation[]): Map<string, ListedOrganisation | undefined> {
  const counts = new Map<string, ListedOrganisation | undefined>()
  for (const each of list) {
    const key = `${each.kind} ${each.official?.name ?? each.name}`
    counts.set(key, counts.has(key) ? undefined : each)
  }
  return counts
}
