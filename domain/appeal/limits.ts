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
  /** Events that are left for finishing when a log is all but full. */
  lastEvents: 20,
  returns: 2,
  suspensions: 2,
  /** Working days: of all suspensions together, and of one that a handler may grant alone. */
  suspendedDays: 15,
  suspendedAlone: 5,
  assistants: 8,
  followUps: 3,
  reopens: 2,
  reviews: 1,
  /** Days: to answer with one tap, until it closes by itself, to reopen or ask for a review. */
  answerDays: 3,
  closeDays: 10,
  reopenDays: 10,
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
