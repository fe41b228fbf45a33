const minutes = 60_000
const hours = 60 * minutes
const days = 24 * hours

/** Bounds of tasks (tasks.md). Times in milliseconds, lengths in characters, distances in metres. */
export const taskLimits = {
  places: 200,
  title: 30,
  words: 500,
  photos: 4,
  radius: { least: 50, most: 2_000, usual: 200 },
  points: 50,
  /** A task is over within a day; it begins at most so far ahead. */
  longest: 1 * days,
  ahead: 60 * days,
  memberDays: 365,
  /** How long a place is kept for who taps before registering (报到). */
  held: 10 * minutes,
  /** How long a freed place is offered to the first of the waiting list. */
  offered: 15 * minutes,
  waiting: 50,
  /** Up to so long before the start a place is given back without a trace. */
  releasedBefore: 2 * hours,
  /** Check-in opens so long before the start. */
  early: 30 * minutes,
  /** Who has not checked in by then did not come. */
  noShowAfter: 30 * minutes,
  /** So many in so long a time pause claiming for so long. */
  noShows: { most: 3, within: 30 * days, pause: 14 * days },
  /** Proof can be handed in so long after the end. */
  proofAfter: 2 * days,
  /** What counts of a task at most where nobody saw somebody come. */
  unseen: 1 * hours,
  /** The address of a beneficiary is shown from so long before the start. */
  /** How long after the end the address of a beneficiary is kept, should something have gone wrong. */
  addressKept: 30 * days,
  addressBefore: 30 * minutes,
  nearby: 3_000,
  page: 20,
  nearRead: 200,
  log: 60,
} as const
