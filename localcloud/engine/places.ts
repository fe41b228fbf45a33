import { matcher } from './filter.ts'
import { BadValue, type Document, fieldOf, isObject } from './values.ts'

/** One place in a document that an update changes. */
export interface Place {
  parent: Document | unknown[]
  key: string
  path: string
}

export const read = ({ parent, key }: Place): unknown =>
  Array.isArray(parent) ? parent[Number(key)] : fieldOf(parent, key)

/** An update fills no more missing elements of an array with null, as in MongoDB. */
const MOST_FILLED = 1_500_000

export function write({ parent, key }: Place, value: unknown): void {
  if (!Array.isArray(parent)) {
    parent[key] = value
    return
  }
  const index = Number(key)
  if (index - parent.length > MOST_FILLED)
    throw new BadValue(`can't backfill more than ${MOST_FILLED} elements`)
  while (parent.length < index) parent.push(null)
  parent[index] = value
}

export function erase(place: Place): void {
  if (Array.isArray(place.parent)) {
    if (Number(place.key) < place.parent.length) place.parent[Number(place.key)] = null
  } else delete place.parent[place.key]
}

/** Where a path ends: one place, or several with `$[]`; `$` is the first element that the filter matched. */
export function placesOf(document: Document, path: string, filter: Document, create: boolean): Place[] {
  const steps = path.split('.')
  let parents: (Document | unknown[])[] = [document]
  let walked = ''
  for (const [at, step] of steps.entries()) {
    const last = at === steps.length - 1
    const keys = (parent: Document | unknown[]) => keysFor(parent, step, walked, filter)
    const places = parents.flatMap((parent) => keys(parent).map((key) => ({ parent, key, path })))
    if (last) return places
    walked = walked ? `${walked}.${step}` : step
    parents = places.flatMap((place) => {
      const next = read(place)
      if (isObject(next) || Array.isArray(next)) return [next]
      if (!create) return []
      if (next !== undefined || (Array.isArray(place.parent) && !/^\d+$/.test(place.key))) {
        throw new BadValue(
          `Cannot create field '${steps[at + 1]}' in element {${place.key}: ${JSON.stringify(next)}}`,
        )
      }
      const made: Document = {}
      write(place, made)
      return [made]
    })
  }
  return []
}

function keysFor(parent: Document | unknown[], step: string, walked: string, filter: Document): string[] {
  if (step === '$[]') {
    if (!Array.isArray(parent))
      throw new BadValue(`Cannot apply array updates to non-array element ${walked}`)
    return parent.map((_, index) => String(index))
  }
  if (step === '$') {
    const index = Array.isArray(parent) ? matchedIndex(parent, walked, filter) : -1
    if (index < 0) throw new BadValue('The positional operator did not find the match needed from the query.')
    return [String(index)]
  }
  if (Array.isArray(parent) && !/^\d+$/.test(step)) {
    throw new BadValue(`Cannot create field '${step}' in element {${walked}: [array]}`)
  }
  return [step]
}

function matchedIndex(array: unknown[], path: string, filter: Document): number {
  const conditions = Object.entries(filter).filter(([key]) => key === path || key.startsWith(`${path}.`))
  if (conditions.length === 0) return -1
  return array.findIndex((element) =>
    conditions.every(([key, condition]) =>
      matcher({ [`a${key.slice(path.length)}`]: condition })({ a: [element] }),
    ),
  )
}
