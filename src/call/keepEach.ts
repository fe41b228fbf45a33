import { asRefused, type Refused } from './refused'

/** What the person chose and the phone keeps, by name; `refused` when something of it could not be kept. */
export interface Chosen {
  names: string[]
  refused?: Refused
}

/** Keeps one after the other: what can't be kept costs no other, and a weak phone has one picture in its hands at a time. */
export async function keepEach<T>(chosen: readonly T[], save: (each: T) => Promise<string>): Promise<Chosen> {
  const kept: Chosen = { names: [] }
  for (const each of chosen)
    try {
      kept.names.push(await save(each))
    } catch (thrown) {
      kept.refused ??= asRefused(thrown)
    }
  return kept
}
