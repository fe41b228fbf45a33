import { settingOf, type TaskTerms } from '../settings/settings.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What a task keeps of its city's numbers. */
export interface Promised {
  /** What its city said otherwise than the standard when it was made (docs/decisions/35). */
  terms?: TaskTerms | undefined
}

/** The lengths of time by which a task goes, in milliseconds, as its city had set them when it was made. */
export function timesOf({ terms }: Promised) {
  return {
    /** How long a freed place is offered to the first of the waiting list. */
    offered: settingOf(terms, 'offerMinutes') * minute,
    /** Up to so long before the start a place is given back without a trace. */
    releasedBefore: settingOf(terms, 'releaseHours') * hour,
    /** Check-in opens so long before the start. */
    early: settingOf(terms, 'checkInBefore') * minute,
    /** Who has not checked in so long after the end did not come. */
    noShowAfter: settingOf(terms, 'checkInAfter') * minute,
    /** Proof can be handed in so long after the end. */
    proofAfter: settingOf(terms, 'proofDays') * day,
    /** How long after the end the address of a beneficiary is kept, should something have gone wrong. */
    addressKept: settingOf(terms, 'addressDays') * day,
  }
}
