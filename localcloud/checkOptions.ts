import type { Index } from './engine/engine.ts'
import type { CloudOptions } from './start.ts'
import { StartError } from './startErrors.ts'

/** Refuses, with a sentence, numbers and indexes that make no sense; they may come from a command line or a file. */
export function checkOptions({ port = 0, workers = 1, timeout = 1, indexes = {} }: CloudOptions): void {
  const whole = (value: number, from: number, to: number) =>
    Number.isInteger(value) && value >= from && value <= to
  need(whole(port, 0, 65_535), 'the port must be a whole number from 0 to 65535')
  need(whole(workers, 1, 1000), 'workers must be a whole number from 1 to 1000')
  need(timeout > 0 && timeout < 2 ** 31, 'the timeout must be above 0')
  checkIndexes(indexes)
}

function need(holds: boolean, sentence: string): void {
  if (!holds) throw new StartError(sentence)
}

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const onlyHas = (value: Fields, ...names: string[]) => Object.keys(value).every((key) => names.includes(key))
const isKey = (value: unknown): value is Index['keys'][number] =>
  isObject(value) &&
  onlyHas(value, 'field', 'direction') &&
  isText(value.field) &&
  (value.direction === 1 || value.direction === -1)
const differ = (names: string[]) => new Set(names).size === names.length

function checkIndexes(declared: unknown): void {
  need(isObject(declared), 'the indexes must be an object of collections')
  for (const [collection, indexes] of Object.entries(declared as Fields)) {
    if (!Array.isArray(indexes)) throw new StartError(`the indexes of ${collection} must be a list`)
    const names = indexes.map((index: unknown) => checkIndex(collection, index))
    need(differ(names), `two indexes of ${collection} have the same name`)
  }
}

function checkIndex(collection: string, index: unknown): string {
  if (!isObject(index) || !isText(index.name))
    throw new StartError(`an index of ${collection} has no name: {"name", "keys", "unique"?} is wanted`)
  const { name, keys, unique = false } = index
  const subject = `the index ${name} of ${collection}`
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isKey))
    throw new StartError(`${subject} needs keys: [{"field": "a.b", "direction": 1 or -1}, …]`)
  need(differ(keys.map(({ field }) => field)), `${subject} names a field twice`)
  need(typeof unique === 'boolean', `${subject} must have true or false for unique`)
  need(onlyHas(index, 'name', 'keys', 'unique'), `${subject} has more than name, keys and unique`)
  return name
}
