import type { Hat } from '../people/roles.ts'
import type { Relation } from '../permission.ts'
import type { Point } from '../place/geography.ts'
import { standingTo } from '../place/organisation.ts'
import type { Appeal } from './appeal.ts'
import type { Identity } from './names.ts'
import { cover } from './personal.ts'
import { handledBy } from './possible.ts'

/**
 * Blots out phone and identity card numbers that someone typed into a text: others read the text, contact
 * details stay with those who may see them (appeals.md, Privacy). The person who wrote it sees it whole. A plate stays
 * unless its writer covers it: who reports a car in a fire lane means that very car.
 */
export function maskContacts(text: string): string {
  return cover(text, (_, kind) => (kind === 'phone' ? '【电话已隐去】' : '【证件号已隐去】'), [
    'phone',
    'identityCard',
  ])
}

/** An order number as it is stored: only the last four characters, so that nobody can look the order up. */
export function maskOrderNumber(orderNumber: string): string {
  return `****${orderNumber.trim().slice(-4)}`
}

/** The start of what someone said, at a natural pause where there is one, for lists. Contact details are masked. */
export function titleOf(text: string, fallback: string): string {
  const line = maskContacts(text).replace(/\s+/g, ' ').trim()
  if (!line) return fallback
  const characters = [...line]
  if (characters.length <= titleLength) return line.replace(/[。，,；;]$/, '')
  const start = characters.slice(0, titleLength).join('')
  const pause = Math.max(...[...start.matchAll(/[\s，。！？,!?；;：:]/g)].map((match) => match.index), 0)
  return pause >= shortestTitle ? start.slice(0, pause) : `${start}…`
}
const titleLength = 24
const shortestTitle = 6

/** A position to about 100 m: three decimals of a degree, 111 m northwards, 60 to 110 m eastwards in China. */
export function rounded({ longitude, latitude }: Point): Point {
  const thousandths = (degrees: number) => Math.round(degrees * 1000) / 1000
  return { longitude: thousandths(longitude), latitude: thousandths(latitude) }
}

/** A position as a reader may know it: exactly for who was there and for the organisation that has it. */
export function pointSeen(point: Point, relations: readonly Relation[]): Point {
  return relations.includes('own') || relations.includes('organisation') ? point : rounded(point)
}

/**
 * Whether a reader sees the person's own photos and voice. A voice is known to who has heard it before, a photo shows
 * where somebody stood: of what is confidential only those have them who handle it.
 */
export function seesFiles(
  { confidential }: Pick<Appeal, 'confidential'>,
  relations: readonly Relation[],
): boolean {
  return !confidential || relations.includes('own') || relations.includes('organisation')
}

/** How a caller stands to an appeal; the permission table is asked with it. */
export function relationsTo(
  appeal: Pick<Appeal, 'reporterId' | 'organisation' | 'responsible' | 'assistants'>,
  caller: { personId: string; hat: Hat | undefined },
): Relation[] {
  const { organisation, responsible, reporterId } = appeal
  const found: Relation[] = []
  if (reporterId === caller.personId) found.push('own')
  const at = standingTo({ _id: organisation.id, ancestors: organisation.ancestors }, caller.hat)
  if (at === 'organisation' && responsible?.personId === caller.personId) found.push('responsible')
  if (appeal.assistants.some(({ id }) => id === caller.hat?.organisation.id)) found.push('assistant')
  return at ? [at, ...found] : found
}

/** Who may see a phone number at which identity level (appeals.md, Privacy). */
const reach = {
  open: ['responsible', 'followUp'],
  shielded: ['followUp'],
  hidden: [],
} as const satisfies Record<Identity, readonly ('responsible' | 'followUp')[]>

/**
 * Why a caller whom the table grants 看电话 still can't see this one; undefined when they may. A follow-up officer
 * asks about what is resolved and what they did not handle; of a confidential appeal only its handlers know anything.
 */
export function contactRefusal(
  appeal: Pick<Appeal, 'identity' | 'confidential' | 'state' | 'events' | 'organisation'>,
  personId: string,
  relations: readonly Relation[],
): 'PHONE_HIDDEN' | 'PHONE_LATER' | undefined {
  // Whoever else it was sent on to: only the trade's committee knows anything (appeals.md, Snaps).
  if (appeal.confidential && appeal.organisation.kind !== 'tradeCommittee') return 'PHONE_HIDDEN'
  const allowed: readonly string[] = reach[appeal.identity]
  if (relations.includes('responsible')) return allowed.includes('responsible') ? undefined : 'PHONE_HIDDEN'
  if (!allowed.includes('followUp')) return 'PHONE_HIDDEN'
  const asks = appeal.state === 'resolved' && !handledBy(appeal, personId)
  return appeal.confidential || !asks ? 'PHONE_LATER' : undefined
}
