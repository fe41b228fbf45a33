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

/** A refusal's message as title and words: its first sentence, and the rest. */
export function splitSentence(message: string): { title: string; words: string } {
  const end = message.indexOf('。')
  if (end < 0 || end === message.length - 1) return { title: message.replace(/。$/, ''), words: '' }
  return { title: message.slice(0, end), words: message.slice(end + 1) }
}
