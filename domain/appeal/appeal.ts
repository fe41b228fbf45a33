import type { Trade } from '../people/roles.ts'
import type { Point } from '../place/geography.ts'
import type { OrganisationReference } from '../place/organisation.ts'
import type { Payable } from '../points/cause.ts'
import type { ReliefCase } from '../relief/reliefCase.ts'
import type { Safety } from '../safety/safety.ts'
import type { AppealTerms } from '../settings/settings.ts'
import type { Category } from './categories.ts'
import type { AppealEvent } from './log.ts'
import type { Channel, Identity, Kind, ReliefCause, Urgency } from './names.ts'
import type { News } from './news.ts'
import type { AppealState, Outcome } from './states.ts'

export interface Voice {
  fileId: string
  /** Whole seconds, as the phone measured them. */
  seconds: number
}

export interface Relief {
  platform: string
  /** Masked before it is stored: only the last four characters. */
  orderNumber: string
  occurredAt: number
  fineYuan: number
  cause: ReliefCause
}

export interface AppealPlace {
  area: string
  name: string
  location: string
  /** Where the phone was, exactly; others see it rounded (privacy.ts). */
  point?: Point
  /** The cell of the point, by which passers-by find what is similar; none unless all of it may be shown (safety/seeing.ts). */
  cell?: string
}

/** Why an organisation has it: the rule that chose it, in words that the person reads. */
export interface Dispatch {
  ruleId: string
  /** The rule's place in the list, as people quote it: 规则 3. */
  ruleNumber: number
  ruleVersion: number
  reason: string
}

/** How far a clock's alarm has gone: the warning at 80 %, the breach at 100 %. Each sounds once. */
export type Alarm = 'quiet' | 'warned' | 'breached'

/** Somebody at an organisation, as colleagues and the person who asked may know them. */
export interface Named {
  personId: string
  title: string
}

/** Another organisation that helps, with a state of its own (appeals.md, assist). */
export interface Assistant {
  id: string
  name: string
  /** Asked by who is responsible, or left behind when the appeal went up; only who was asked is waited for. */
  why: 'asked' | 'escalated'
  state: 'open' | 'finished'
}

/** Waiting for someone outside: how often, how many working days together, and the wait that runs. */
export interface Suspensions {
  count: number
  days: number
  until: number | null
  since: number
}

/** Whom to tell of what, written by the very step; the timer takes it away when all of them have it. */
export interface Outgoing {
  /** Of the event. */
  sequence: number
  /** Empty where an organisation is told. */
  personId: string
  news: News
  /** Told to whoever it names when the timer tells it: no single person is known to the step. */
  organisationId?: string
}

/** An appeal as it is stored: one document with its log. Times are milliseconds since 1970. */
export interface Appeal {
  _id: string
  /** What people quote: month and day, then six digits. For reading, not a key. */
  number: string
  kind: Kind
  category: Category
  /** Set when a dispatcher gave it another category: what it was, and when. */
  corrected?: { from: Category; at: number }
  urgency: Urgency
  /** As typed; shown to others only through `maskContacts`. */
  text: string
  title: string
  photos: string[]
  /** What the person said, at most a minute. */
  voice?: Voice
  relief?: Relief
  /** How far a relief has come. */
  reliefCase?: ReliefCase
  identity: Identity
  /** Only the body that handles it sees anything of who sent it (food safety). */
  confidential: boolean
  reporterId: string
  /** Who asked, once they had everything about them deleted (注销): they are told nothing more. */
  gone?: string
  /** What its city said otherwise than the standard when it was sent, for as long as it lives (docs/decisions/35). */
  terms?: AppealTerms
  /** The city that the place lies in; absent of appeals from before it was kept. */
  city?: string
  trade: Trade
  /** Where it happened, as precisely as the person knew. */
  place: AppealPlace
  state: AppealState
  outcome?: Outcome
  /** How it came in, and who entered it for somebody else (代报). */
  channel: Channel
  filedBy?: Named
  /** Who has it now; for `submitted` the catch-all whose dispatcher must place it. */
  organisation: OrganisationReference
  dispatch: Dispatch
  /** Whom the organisation names for it: on duty, else the one with the least work. Anyone there may take it. */
  named: Named | null
  /** Who took it on; stays until another accepts (first-taker rule). */
  responsible: Named | null
  assistants: Assistant[]
  /** How often it was returned; the third return goes to the catch-all for good. */
  returns: number
  /** Set when the catch-all must keep it. */
  final: boolean
  /** What the last return proposed, for the dispatcher. */
  proposed: { id: string; name: string } | null
  /** The newest words of a handler that the person may read, for lists. */
  lastNote?: string
  /** The two clocks: when each began, when it ends, how far its alarm has gone. */
  acceptFrom: number
  acceptBy: number
  resolveFrom: number
  /** Absent for wishes, which need only be answered. */
  resolveBy?: number
  alarms: {
    accept: Alarm
    resolve: Alarm
    followUp: Alarm
    /** How often the rota has been called for what is urgent and not taken; absent: not yet. */
    pages?: number
  }
  suspensions: Suspensions
  /** The handler says that it can't be solved, and why. */
  unsolved: boolean
  resolvedAt: number | null
  /** Tries to reach the person after it was resolved. */
  followUps: number
  /** When it was closed, declined or withdrawn. */
  endedAt: number | null
  reopens: number
  reviews: number
  urgedAt: number | null
  /** The one that it was merged into, and the state it had; and how many were merged into this one. */
  parent: { id: string; number: string; from: AppealState } | null
  children: number
  project: { id: string; title: string } | null
  /** People who saw it too (snaps). */
  supporters: string[]
  /** The clock that runs now, for sorting; `noDue` when none does. */
  dueAt: number
  /** When the timer must look at it next; `noDue` when it need not. */
  tickAt: number
  /** Organisations that help and have not finished. */
  helperIds: string[]
  open: boolean
  working: boolean
  /** From where it is found, and under which keys (search/keys.ts); absent of appeals from before there were any. */
  scopes?: string[]
  keys?: string[]
  /** What the content check says of it; absent until the timer has looked at it. */
  safety?: Safety
  /** Whose load it counts into, as far as the timer has counted. */
  loaded: Loaded | null
  outbox: Outgoing[]
  /** What is to be paid, written by the very step; the timer takes it away when it has been. */
  causes?: Payable[]
  createdAt: number
  updatedAt: number
  version: number
  events: AppealEvent[]
}

/** A share of somebody's open work. */
export interface Loaded {
  organisationId: string
  personId: string
  weight: number
}

/** What a step may change for good. It stands in the event as well, so that the log alone rebuilds the appeal. */
export const changing = [
  'category',
  'confidential',
  'corrected',
  'urgency',
  'organisation',
  'dispatch',
  'named',
  'responsible',
  'assistants',
  'returns',
  'final',
  'proposed',
  'acceptFrom',
  'acceptBy',
  'resolveFrom',
  'resolveBy',
  'alarms',
  'suspensions',
  'unsolved',
  'outcome',
  'resolvedAt',
  'followUps',
  'endedAt',
  'reopens',
  'reviews',
  'urgedAt',
  'parent',
  'children',
  'project',
  'reliefCase',
  'terms',
] as const satisfies (keyof Appeal)[]
export type Changes = Partial<Pick<Appeal, (typeof changing)[number]>>

/** Sorts after every real due time. */
export const noDue = 8_640_000_000_000_000
