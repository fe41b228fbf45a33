/** Limits of an appeal, used by the forms and by the contract alike. Lengths in characters. */
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
  returns: 2,
  page: 20,
  search: 20,
} as const
