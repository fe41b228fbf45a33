const minute = 60_000
const hour = 60 * minute

/** What is counted, and from when on it is a matter for an administrator. Times in milliseconds. */
export const operatingLimits = {
  /** An instance keeps its counts as long before it hands them over. */
  handOver: minute,
  /** A call waits for the handing over no longer than this after its own work. */
  patience: 300,
  /** Counts of as long stand in one document. */
  bucket: 5 * minute,
  /** Counts are kept as long. */
  kept: 24 * hour,
  /** The timer judges as long as this: the bucket that is being filled, and those before it. */
  judged: 10 * minute,
  /** 运行情况 shows as long. */
  shown: hour,
  /** An error rate is one when there are as many errors, and as large a share of the calls of an action or of all. */
  errors: { least: 5, share: 0.05 },
  /** Slow: as many calls, and as large a share of all. */
  slow: { least: 20, share: 0.2 },
  /** The timer comes once a minute; after this without a full run it is late. */
  timerLate: 5 * minute,
  /** So many parts of the timer's runs fail within what is judged. */
  steps: 5,
  /** Runs of the timer that are remembered. */
  runs: 30,
  /** An incident is over when nothing has been found for as long. */
  calm: 10 * minute,
  /** What comes back within as long is the same incident: nobody is told again. */
  sameAgain: hour,
  /** Incidents of as long ago are shown. */
  past: 24 * hour,
  /** Of each kind as many that are over are remembered. */
  remembered: 20,
  /** Of what waits as many are counted. */
  counted: 100,
  /** City administrators who are told, at most. */
  told: 100,
  /** Slow and failing actions that are shown. */
  worst: 8,
} as const

/** What may pile up, after how long it is old, and how many old ones make an incident. */
export const backlogLimits = {
  /** Appeals of which something is due. */
  appeals: { old: 15 * minute, least: 1 },
  /** Items of inboxes that are to go out as messages. */
  messages: { old: 15 * minute, least: 1 },
  /** What waits for WeChat's content check or its word; single ones that it can't be asked about wait for a day. */
  checks: { old: 30 * minute, least: 5 },
} as const satisfies Record<string, { old: number; least: number }>

export type Backlog = keyof typeof backlogLimits

/** Above this a call is slow, for the person who waits at their phone. */
const usual = 2_000

/** What may take longer: whole tables, whole ledgers, pictures that WeChat draws. */
const longer: Readonly<Record<string, number>> = {
  'organisation.importRows': 10_000,
  'organisation.exportRows': 10_000,
  'organisation.merge': 10_000,
  'organisation.move': 10_000,
  'organisation.close': 10_000,
  'organisation.settle': 15_000,
  'points.reconcile': 15_000,
  'pointsRules.preview': 10_000,
  'appeal.verify': 15_000,
  'routing.trial': 10_000,
  'personalData.export': 5_000,
  'personalData.delete': 5_000,
  'invitation.picture': 5_000,
  'organisation.picture': 5_000,
}

/** Milliseconds above which a call of an action is slow. */
export const slowAbove = (action: string): number => longer[action] ?? usual
