/** What somebody can be honoured as (points.md, honours): the name, what for, and by what candidates are offered. */
export const honourKinds = {
  finestRider: { name: '最美骑手', what: '活干得好，人也热心', by: 'points' },
  communityHero: { name: '社区侠', what: '身边的事看得见、管得成', by: 'solved' },
  warmHeart: { name: '暖心小哥', what: '替人跑腿，帮人解难', by: 'points' },
} as const satisfies Record<string, { name: string; what: string; by: 'points' | 'solved' }>
export type HonourKind = keyof typeof honourKinds
export const honourKindNames = Object.keys(honourKinds) as HonourKind[]

/** Limits of honours, used by forms and functions alike. Lengths in characters. */
export const honourLimits = {
  reason: 200,
  words: 200,
  /** How long anybody may object, in working days of the Chinese calendar. */
  noticeDays: 5,
  objections: 30,
  page: 20,
  /** Secretaries who are told that something waits for them. */
  told: 20,
} as const
