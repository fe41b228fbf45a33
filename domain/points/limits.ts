/** Limits of points and rewards, used by forms and contract alike. Lengths in characters, times in milliseconds. */
export const pointsLimits = {
  /** Of one payment, before multipliers. */
  points: 100,
  factor: 3,
  multipliers: 6,
  cap: 1000,
  /** First confirmers that can be paid at all. */
  first: 10,
  name: 20,
  reason: 200,
  /** Lines of a page of the statement, and rows of other pages. */
  page: 20,
  /** Payments of one call of a preview. */
  preview: 300,
  cost: 10_000,
  stock: 100_000,
  perPerson: 100,
  words: 200,
  pickUp: 60,
  budget: 1_000_000,
  /** Persons whose ledger one step of a check looks at. */
  checked: 100,
  /** Faults that a check keeps. */
  faults: 50,
  /** Redemptions that are approved or rejected in one call, and in one transaction of it. */
  batch: 50,
  together: 10,
  /** Above this many points a second person approves too (points.md: four eyes). */
  fourEyes: 100,
  /** Wrong codes of one clerk within a time. */
  wrongCodes: 5,
  wrongWithin: 10 * 60_000,
  /** Held payments on one page of the officers' list. */
  reviews: 10,
  /** A redemption's log. */
  events: 20,
} as const
