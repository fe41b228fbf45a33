import type { Appeal } from '../appeal/appeal.ts'
import { categoryNames } from '../appeal/categories.ts'
import type { AppealEvent } from '../appeal/log.ts'
import { similarCell } from '../appeal/similar.ts'
import { cellOf } from '../place/cell.ts'
import { type ContentKind, photoPiece, textPiece } from './pieces.ts'
import { isOpen, noSafety, type Safety } from './safety.ts'

/**
 * What people see who neither sent an appeal nor handle it (docs/decisions/32): of a snap what it was sent with and what
 * was done, each only once it has passed the content check or a person has let it through.
 */

type Snap = Pick<Appeal, 'kind' | 'confidential' | 'photos' | 'text' | 'safety'>

/** Whether anybody but its person and its handlers sees anything of it. */
export const isForOthers = ({ kind, confidential }: Pick<Appeal, 'kind' | 'confidential'>): boolean =>
  kind === 'snap' && !confidential

/** Whether passers-by may come upon it: all that they would see of it has passed. */
export function isShown({ safety, text, photos, ...snap }: Snap): boolean {
  if (!isForOthers(snap)) return false
  const open = (piece: string) => isOpen(safety, 1, piece)
  return (text === '' || open(textPiece(1))) && photos.every((_, index) => open(photoPiece(1, index)))
}

/** The cell under which passers-by find it; none while something of it waits. */
export function shownCell(appeal: Snap & Pick<Appeal, 'place'>): string | undefined {
  const { point } = appeal.place
  return point && isShown(appeal) ? cellOf(point, similarCell) : undefined
}

/** What it is called where others read it. */
export const titleForOthers = (appeal: Pick<Appeal, 'title' | 'category' | 'safety'>): string =>
  isOpen(appeal.safety, 1, textPiece(1)) ? appeal.title : categoryNames[appeal.category]

/** The photos of the snap itself that others may see. */
export const photosBefore = ({ photos, safety }: Pick<Appeal, 'photos' | 'safety'>): string[] =>
  photos.filter((_, index) => isOpen(safety, 1, photoPiece(1, index)))

/** Words and photos of one step that others may see; no words where they may not. */
export function stepForOthers(
  safety: Safety | undefined,
  { sequence, words, photos }: Pick<AppealEvent, 'sequence' | 'words' | 'photos'>,
): { words?: string; photos: string[] } {
  return {
    ...(words !== '' && isOpen(safety, sequence, textPiece(sequence)) && { words }),
    photos: photos.filter((_, index) => isOpen(safety, sequence, photoPiece(sequence, index))),
  }
}

/** Whether others would see a piece if nothing stood against it. */
function isOthers(appeal: Pick<Appeal, 'kind' | 'confidential' | 'events'>, piece: string): boolean {
  if (!isForOthers(appeal)) return false
  const [sequence, what] = piece.split('-')
  if (sequence === '1') return what !== 'voice'
  return appeal.events[Number(sequence) - 1]?.action === 'resolve'
}

/** A piece that WeChat has doubts about, or that somebody has kept from others. */
export interface Doubt {
  piece: string
  sequence: number
  kind: ContentKind
  /** Others wait to see it; false: only who asked and who handles it do, and it is marked for them. */
  public: boolean
  closed: boolean
}

/** What a person must look at, and what they have kept from others; for those who handle the appeal. */
export function doubtsOf(appeal: Pick<Appeal, 'kind' | 'confidential' | 'events' | 'safety'>): Doubt[] {
  const { held, closed } = appeal.safety ?? noSafety
  const of = (list: readonly string[], isClosed: boolean) =>
    list.map((piece): Doubt => {
      const [sequence, kind] = piece.split('-')
      return {
        piece,
        sequence: Number(sequence),
        kind: kind as ContentKind,
        public: isOthers(appeal, piece),
        closed: isClosed,
      }
    })
  return [...of(held, false), ...of(closed, true)]
}

/** Whether lists mark it for those who handle it. */
export const hasDoubts = ({ safety }: Pick<Appeal, 'safety'>): boolean => (safety?.held.length ?? 0) > 0
