/** Limits of meetings, used by forms and contract alike. Lengths in characters. */
export const meetingLimits = {
  where: 60,
  participants: 20,
  participant: 40,
  /** Items of an agenda; of what is proposed; entered in the room in one go and altogether. */
  items: 40,
  proposed: 30,
  raised: 10,
  raisedInAll: 60,
  decision: 300,
  events: 300,
  page: 20,
} as const
