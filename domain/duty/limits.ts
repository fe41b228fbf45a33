/** Limits of a duty rota, used by the forms and by the contract alike. */
export const limits = {
  slots: 100,
  /** Characters of a hand-over note. */
  note: 500,
  /** Hand-over notes kept, the newest. */
  notes: 30,
  /** Swaps of shifts that are still to come. */
  swaps: 200,
  /** Requests whose answers are remembered. */
  answered: 60,
  /** How far ahead shifts are shown and can be swapped, in days. */
  days: 14,
  /** After the end of a shift a note can still be left, in minutes. */
  grace: 120,
  colleagues: 200,
} as const
