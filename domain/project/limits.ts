/** Limits of projects and meetings, used by forms and contract alike. Lengths in characters. */
export const projectLimits = {
  title: 40,
  progress: 500,
  milestones: 12,
  milestone: 40,
  /** Appeals of one project, and added in one go. */
  appeals: 200,
  added: 20,
  events: 500,
  /** Rows of a page. */
  page: 20,
} as const
