const minutes = 60_000
const hours = 60 * minutes
const days = 24 * hours

/** Bounds of tasks that are the same everywhere (tasks.md); what a city may set stands in settings/settings.ts. Times in milliseconds, lengths in characters, distances in metres. */
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
  waiting: 50,
  /** So many in so long a time pause claiming for so long. */
  noShows: { most: 3, within: 30 * days, pause: 14 * days },
  /** What counts of a task at most where nobody saw somebody come. */
  unseen: 1 * hours,
  /** The address of a beneficiary is shown from so long before the start. */
  addressBefore: 30 * minutes,
  nearby: 3_000,
  page: 20,
  nearRead: 200,
  log: 60,
} as const
