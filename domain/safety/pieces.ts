import type { Appeal } from '../appeal/appeal.ts'
import type { AppealEvent } from '../appeal/log.ts'
import { noSafety, type Safety } from './safety.ts'

/** What the check is asked about: words, a picture or a recording. */
export type ContentKind = 'text' | 'photo' | 'voice'

export interface Piece {
  /** `3-text`, `1-photo-0`, `1-voice`: the event that it was said with, and what it is. */
  key: string
  sequence: number
  kind: ContentKind
  /** The words, or the file's id. */
  content: string
  /** Whose it is: a person's id; '' once that has been forgotten. */
  authorId: string
}

export const textPiece = (sequence: number): string => `${sequence}-text`
export const photoPiece = (sequence: number, index: number): string => `${sequence}-photo-${index}`

/** All that people have said in an appeal after an event: with the first one also what it was sent with. */
export function piecesOf(appeal: Appeal, after = 0): Piece[] {
  return appeal.events.flatMap((event) => (event.sequence > after ? piecesOfEvent(appeal, event) : []))
}

// What the timer writes is made of fixed sentences, or repeats what stands in another appeal (appeal/grouping.ts).
function piecesOfEvent(appeal: Appeal, { sequence, actor, words, photos }: AppealEvent): Piece[] {
  if (actor.role === 'clock') return []
  const of = (kind: ContentKind, key: string, content: string): Piece[] =>
    content === '' ? [] : [{ key, sequence, kind, content, authorId: actor.personId }]
  const first = sequence === 1
  return [
    ...of('text', textPiece(sequence), first ? appeal.text : words),
    ...(first ? appeal.photos : photos).flatMap((photo, index) =>
      of('photo', photoPiece(sequence, index), photo),
    ),
    ...(first ? of('voice', `${sequence}-voice`, appeal.voice?.fileId ?? '') : []),
  ]
}

/** What was said with one event, by its key; undefined once it has been forgotten. */
export const pieceOf = (appeal: Appeal, key: string): Piece | undefined =>
  piecesOf(appeal).find((piece) => piece.key === key)

/** The record after what was said since has been given to the check; the very same when nothing happened since. */
export function withAsked(safety: Safety | undefined, appeal: Appeal): Safety {
  const before = safety ?? noSafety
  if (before.asked >= appeal.version) return before
  const waiting = piecesOf(appeal, before.asked).map(({ key }) => key)
  return {
    ...before,
    asked: appeal.version,
    waiting: [...before.waiting, ...waiting],
    turn: before.turn + 1,
  }
}
