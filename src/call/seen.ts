import type { ActionName, Input, Output } from '../../domain/contract'
import { forget, keep, recall } from './storage'

/** The last answers to a few reads, to show when there is no signal. */
export interface Seen<A extends ActionName> {
  data: Output<A>
  /** When it came, milliseconds since 1970. */
  at: number
}

const most = 24
const shelf = 'seen'

/** What an older version of the app has kept may lack what this one shows: it is not found (config/answers.ts). */
function nameOf(action: ActionName, input: unknown, hat: string | undefined): string {
  return `seen:${process.env.ANSWERS_MARK}:${action}:${JSON.stringify(input)}:${hat ?? ''}`
}

export function remember<A extends ActionName>(
  action: A,
  input: Input<A>,
  hat: string | undefined,
  seen: Seen<A>,
): void {
  const name = nameOf(action, input, hat)
  const names = [name, ...(recall<string[]>(shelf) ?? []).filter((each) => each !== name)]
  for (const old of names.slice(most)) forget(old)
  keep(name, seen)
  keep(shelf, names.slice(0, most))
}

export function lastSeen<A extends ActionName>(
  action: A,
  input: Input<A>,
  hat?: string,
): Seen<A> | undefined {
  return recall<Seen<A>>(nameOf(action, input, hat))
}
