import type { ActionName, Output, Parsed } from '../../domain/contract.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Caller } from '../../domain/people/roles.ts'

/** Who calls, when, and the phone's request id (writes only; empty for reads). */
export interface Context {
  person: Person
  caller: Caller
  now: number
  requestId: string
  /** The action and its input, but for the version that was seen, as a hash: the same request id for something else is another request. */
  asked: string
  /** The group chat whose card brought them, where WeChat vouches for it. */
  groupId: string | null
}

/** One use case: what an action of the contract does. The input has been parsed, the permission asked. */
export type UseCase<A extends ActionName> = (context: Context, input: Parsed<A>) => Promise<Output<A>>

/** The use case of every action; a folder has those of its own. */
export type UseCases = { [A in ActionName]: UseCase<A> }
