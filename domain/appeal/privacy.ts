import type { Hat } from '../people/roles.ts'
import type { Relation } from '../permission.ts'
import { standingTo } from '../place/organisation.ts'
import type { Appeal, Identity } from './appeal.ts'

// Digits as people type them: half or full width, with spaces, dots or dashes between.
const digit = '[0-9０-９]'
const gap = '[\\s\\-.·—－]?'
const identityCard = new RegExp(`(?<!${digit})(?:${digit}${gap}){17}[0-9０-９Xx](?!${digit})`, 'g')
const mobile = new RegExp(
  `(?<!${digit})[1１]${gap}[3-9３-９]${gap}(?:${digit}${gap}){8}${digit}(?!${digit})`,
  'g',
)
const landline = new RegExp(
  `(?<!${digit})[0０]${digit}{2,3}${gap}(?:${digit}${gap}){6,7}${digit}(?!${digit})`,
  'g',
)

/**
 * Blots out phone and identity card numbers that someone typed into a text: others read the text, contact
 * details stay with those who may see them (appeals.md, Privacy). The person who wrote it sees it whole.
 */
export function maskContacts(text: string): string {
  return text
    .replace(identityCard, '【证件号已隐去】')
    .replace(mobile, '【电话已隐去】')
    .replace(landline, '【电话已隐去】')
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

/** The person who owns a photo, by its place in the store: `cloud://…/photos/<person>/<name>`. */
export function photoOwner(fileId: string): string | undefined {
  return /^cloud:\/\/[^/]+\/photos\/([\w-]+)\/[\w-]+\.(?:jpe?g|png|webp|heic)$/i.exec(fileId)?.[1]
}

/** The person who owns a recording, by its place in the store: `cloud://…/voices/<person>/<name>`. */
export function voiceOwner(fileId: string): string | undefined {
  return /^cloud:\/\/[^/]+\/voices\/([\w-]+)\/[\w-]+\.(?:mp3|m4a|aac|mp4|ogg|webm)$/i.exec(fileId)?.[1]
}

/** How a caller stands to an appeal; the permission table is asked with it. */
export function relationsTo(
  appeal: Pick<Appeal, 'reporterId' | 'organisation' | 'responsible'>,
  caller: { personId: string; hat: Hat | undefined },
): Relation[] {
  const { organisation, responsible, reporterId } = appeal
  const found: Relation[] = []
  if (reporterId === caller.personId) found.push('own')
  const at = standingTo({ _id: organisation.id, ancestors: organisation.ancestors }, caller.hat)
  if (at === 'organisation' && responsible?.personId === caller.personId) found.push('responsible')
  return at ? [at, ...found] : found
}

/** Who may see a phone number at which identity level (appeals.md, Privacy); `below` is the follow-up officer. */
const reach = {
  open: ['responsible', 'below'],
  shielded: ['below'],
  hidden: [],
} as const satisfies Record<Identity, readonly Relation[]>

/**
 * Why a caller whom the table grants 看电话 still can't see this one; undefined when they may. A follow-up officer
 * asks about what is resolved and what they did not handle; of a confidential appeal only its handlers know anything.
 */
export function contactRefusal(
  appeal: Pick<Appeal, 'identity' | 'confidential' | 'state' | 'events'>,
  personId: string,
  relations: readonly Relation[],
): 'PHONE_HIDDEN' | 'PHONE_LATER' | undefined {
  const allowed: readonly Relation[] = reach[appeal.identity]
  if (relations.includes('responsible')) return allowed.includes('responsible') ? undefined : 'PHONE_HIDDEN'
  if (!allowed.includes('below')) return 'PHONE_HIDDEN'
  const handled = appeal.events.some(
    ({ action, actor }) => actor.personId === personId && (action === 'accept' || action === 'resolve'),
  )
  return appeal.confidential || appeal.state !== 'resolved' || handled ? 'PHONE_LATER' : undefined
}
