import type { Ask, Call } from './calls.ts'
import type { Environment } from './environment.ts'
import type { Wanted } from './wanted.ts'

/** What stands between the environment as it is and as it shall be. */
export interface Plan {
  calls: Call[]
  /** What is there without being wanted, and is left alone. */
  notes?: string[]
  /** What only a person can do, in the console. */
  byHand?: string[]
}

export interface PlanOptions {
  /** Drop indexes and timers that nobody declared. */
  prune: boolean
  /** Upload the functions though the same code is there. */
  again: boolean
}

/** One part of a deployment, of which the present state is known. */
export interface PartOf<State> {
  title: string
  /** What is found where nothing was ever deployed. */
  nothing: State
  read: (ask: Ask, environment: Environment, wanted: Wanted) => Promise<State>
  /** A pure function: from what is there and what is wanted to the calls that lead from one to the other. */
  plan: (state: State, wanted: Wanted, environment: Environment, options: PlanOptions) => Plan
}

/** One step of a deployment. */
export interface Step {
  title: string
  /** Without `ask` for an environment where nothing was ever deployed. */
  plan: (
    ask: Ask | undefined,
    environment: Environment,
    wanted: Wanted,
    options: PlanOptions,
  ) => Promise<Plan>
  /** Afterwards nothing may be left to do; of what can't be read, that can't be asked. */
  verified: boolean
}

export function step<State>({ title, nothing, read, plan }: PartOf<State>): Step {
  return {
    title,
    verified: true,
    plan: async (ask, environment, wanted, options) =>
      plan(ask ? await read(ask, environment, wanted) : nothing, wanted, environment, options),
  }
}
