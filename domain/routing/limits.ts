/** Limits of rule sets, used by the forms and by the contract alike. Lengths in characters. */
export const routingLimits = {
  rules: 60,
  name: 30,
  reason: 120,
  areas: 20,
  assist: 6,
  /** Why a version was put in force. */
  words: 200,
  page: 20,
  /** Appeals of one call of a trial, and how many of those that would move it shows. */
  batch: 200,
  examples: 3,
  /** How far back a trial goes, in days (appeals.md, Routing). */
  trialDays: 90,
} as const
