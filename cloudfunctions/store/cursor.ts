import { command, type Where } from './collection.ts'

/** Where a page of a list goes on: the sort value and id of its last row. */
export type Cursor = readonly [value: number, id: string]

/** What comes after a row in a list sorted by a field, then by id: no row is shown twice or missed. */
export function after(
  where: Where,
  [field, order]: readonly [field: string, order: 'asc' | 'desc'],
  [value, id]: Cursor,
): Where {
  const further = order === 'asc' ? command.gt : command.lt
  const notBefore = order === 'asc' ? command.gte : command.lte
  // The bound keeps the index in use; the alternative drops what was shown already among equals.
  return command.and([
    where,
    { [field]: notBefore(value) },
    command.or([{ [field]: further(value) }, { _id: further(id) }]),
  ]) as unknown as Where
}
