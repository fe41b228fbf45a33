/** Limits of what is kept about people, used by forms and contract alike. Lengths in characters, times in milliseconds. */
export const peopleLimits = {
  nickname: 20,
  platform: 20,
  title: 20,
  reason: 200,
  /** Rows of a page. */
  page: 20,
  /** Appeals of a page of one's own data: each with its whole log. */
  exported: 5,
  /** Inbox items beside them. */
  exportedNotices: 100,
  /** Appointments ended in one go. */
  batch: 20,
  /** Appointments of one person, ended ones included. */
  appointments: 60,
  invitationLives: 7 * 24 * 3_600_000,
} as const

/** The privacy text that people agree to; a new text is a new version, and is asked for again. */
export const consentVersion = 1
