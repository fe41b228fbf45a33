import { randomBytes } from 'node:crypto'
import { type Harmless, harmless } from '../domain/operating/harmless.ts'

/** What a line says beside what every line says: names from tables, figures, never what somebody sent. */
type Facts = Record<string, string | number | boolean | undefined>

/** One run of a function, from its start to its one line in the log. */
export interface Logged {
  /** Eight hexadecimal digits; shown to the person when it ends as INTERNAL. */
  requestId: string
  started: number
  /** Writes the line: how it ended (`ok`, the code of a refusal, INTERNAL) and, when it failed, where. */
  end(outcome: string, facts?: Facts, thrown?: unknown): { milliseconds: number }
}

/** Where in our own code what was thrown has come through: the SDK's errors know only the SDK. */
const places = new WeakMap<object, { place: string; here: Error }>()

/** The same error, of which the log will say that it came from there: a name of ours, such as `people.find`. */
export function placed(thrown: unknown, place: string): unknown {
  if (typeof thrown === 'object' && thrown !== null && !places.has(thrown))
    places.set(thrown, { place, here: new Error() })
  return thrown
}

function factsOf(thrown: unknown): Harmless & { place?: string } {
  const known = typeof thrown === 'object' && thrown !== null ? places.get(thrown) : undefined
  if (!known) return harmless(thrown)
  return { ...harmless(thrown), place: known.place, at: harmless(known.here).at }
}

// An instance runs one call at a time, so that what fails meanwhile belongs to it.
let running = ''
let fresh = true
let failures = 0

/**
 * Begins the line of a run. This file alone writes to the log, one JSON object a line and no personal data: of what was
 * thrown only what `harmless` lets through (docs/decisions/34).
 */
export function begin(name: 'api' | 'clock' | 'mediacheck'): Logged {
  const requestId = randomBytes(4).toString('hex').toUpperCase()
  const started = Date.now()
  const first = fresh
  fresh = false
  running = requestId
  failures = 0
  return {
    requestId,
    started,
    end(outcome, facts = {}, thrown) {
      const milliseconds = Date.now() - started
      const line = { function: name, requestId, ...facts, outcome, milliseconds, fresh: first }
      if (thrown === undefined) console.log(JSON.stringify(line))
      else console.error(JSON.stringify({ ...line, error: factsOf(thrown) }))
      return { milliseconds }
    },
  }
}

/**
 * Part of a run has failed and the rest goes on. `id`: of an appeal, a task or the like; never of a person, nor of what is
 * kept under a person's id.
 */
export function stepFailed(step: string, thrown: unknown, id?: string): void {
  failures += 1
  console.error(
    JSON.stringify({
      requestId: running,
      step,
      ...(id && /^[\w-]{1,64}$/.test(id) && { id }),
      error: harmless(thrown),
    }),
  )
}

/** Something worth a line that is no failure of ours: figures and names from tables. */
export function note(facts: Facts): void {
  console.error(JSON.stringify({ requestId: running, ...facts }))
}

/** Parts of this run that have failed so far. */
export const failedSteps = (): number => failures
