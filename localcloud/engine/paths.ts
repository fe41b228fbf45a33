import { encode, invert } from './order.ts'
import { type Document, fieldOf, isObject } from './values.ts'

export interface SortKey {
  field: string
  direction: 1 | -1
}

/**
 * All values that a dotted path reaches, as an index sees them: arrays on the way are entered, an array
 * at the end gives its elements and itself, a missing field counts as null (as on WeChat Cloud).
 */
export function valuesAt(document: Document, path: string): { values: unknown[]; many: boolean } {
  const found: unknown[] = []
  const state = { many: false }
  walk(document, path.split('.'), 0, found, state)
  return { values: found, many: state.many }
}

function walk(value: unknown, steps: string[], at: number, found: unknown[], state: { many: boolean }): void {
  const step = steps[at]
  if (step === undefined) {
    if (Array.isArray(value)) {
      state.many = true
      found.push(value, ...value)
    } else found.push(value ?? null)
    return
  }
  if (Array.isArray(value)) {
    state.many = true
    const numbered = /^\d+$/.test(step) ? value[Number(step)] : undefined
    if (numbered !== undefined) walk(numbered, steps, at + 1, found, state)
    for (const item of value) if (isObject(item)) walk(item, steps, at, found, state)
    if (found.length === 0) found.push(null)
    return
  }
  walk(isObject(value) ? fieldOf(value, step) : undefined, steps, at + 1, found, state)
}

/**
 * What a filter compares: the values at the end of a path, arrays on the way entered, undefined where a
 * document has no such field. An array of scalars on the way leads nowhere.
 */
export function leavesAt(value: unknown, steps: string[], at = 0): unknown[] {
  const step = steps[at]
  if (step === undefined) return [value]
  if (isObject(value)) return leavesAt(fieldOf(value, step), steps, at + 1)
  if (!Array.isArray(value)) return [undefined]
  const numbered =
    /^\d+$/.test(step) && Number(step) < value.length ? leavesAt(value[Number(step)], steps, at + 1) : []
  return [...numbered, ...value.flatMap((item) => (isObject(item) ? leavesAt(item, steps, at) : []))]
}

/** Bytes by which documents sort: of an array the smallest element upwards, the largest downwards. */
export function sortBytes(document: Document, keys: SortKey[]): Buffer {
  const parts = keys.map(({ field, direction }) => {
    const { values, many } = valuesAt(document, field)
    const elements = many ? values.filter((value) => !Array.isArray(value)) : values
    const encoded = (elements.length > 0 ? elements : [null]).map(encode)
    let best = encoded[0] ?? encode(null)
    for (const bytes of encoded) if (Buffer.compare(bytes, best) * direction < 0) best = bytes
    return direction === 1 ? best : invert(best)
  })
  return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)
}
