import { type RefusalCode, refusals } from '../../domain/errors'

/** A call that was not carried out: the code to decide by, the sentence to show. */
export class Refused extends Error {
  readonly code: RefusalCode
  /** To tell the community when it goes on failing. */
  readonly number: string | undefined
  constructor(code: RefusalCode, message: string = refusals[code], requestId?: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.number = requestId ? `${requestId.slice(0, 4)}-${requestId.slice(4, 8)}`.toUpperCase() : undefined
  }
}

/** Whatever was thrown, as a refusal: what is not one of ours is our own mistake. */
export function asRefused(thrown: unknown): Refused {
  return thrown instanceof Refused ? thrown : new Refused('INTERNAL')
}

/**
 * A refusal's message as title and words: as many of its first clauses as fit one line of a sheet's title, and the
 * rest.
 */
export function splitSentence(message: string): { title: string; words: string } {
  const clauses = message.match(/[^，。]+[，。]?/g) ?? []
  let title = clauses[0] ?? ''
  for (const clause of clauses.slice(1)) {
    if (title.endsWith('。') || title.length + clause.length > titleLength) break
    title += clause
  }
  return { title: title.replace(/[，。]$/, ''), words: message.slice(title.length) }
}
const titleLength = 12
