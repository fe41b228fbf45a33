/**
 * Limits of an appeal that are the same everywhere, used by the forms and by the contract alike. Lengths in characters.
 * What a city may set stands in settings/settings.ts.
 */
export const limits = {
  text: 5000,
  note: 1000,
  reason: 500,
  photos: 9,
  /** Seconds of a recording. */
  voice: 60,
  /** Appeals that may wait on one phone to be sent. */
  waiting: 20,
  events: 300,
  /** Events that are left for finishing when a log is all but full. */
  lastEvents: 20,
  assistants: 8,
  followUps: 3,
  reviews: 1,
  supporters: 200,
  page: 20,
  /** Appeals whose logs one call verifies. */
  verified: 100,
  search: 20,
  searchText: 40,
  /** Appeals that one call of a search looks at, at most. */
  searched: 44,
  /** Appeals that are looked at to say how many wait; beyond, it is "99+". */
  counted: 99,
} as const
