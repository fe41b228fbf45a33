/** Limits of rankings, used by pages and functions alike. */
export const rankingLimits = {
  /** Rows of a page. */
  page: 50,
  /** Transfers that are counted in one transaction, persons that are counted at once, and of one look of the timer. */
  counted: 10,
  together: 5,
  batch: 100,
} as const
