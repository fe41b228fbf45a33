import type * as z from 'zod'
import { appealContract } from './appeal/contract.ts'
import type { appealRow } from './appeal/row/contract.ts'
import { appealSteps } from './appeal/steps/contract.ts'
import type { appealView, timelineStep } from './appeal/view/contract.ts'
import { dutyContract, type shift, type swap } from './duty/contract.ts'
import { filingContract } from './filing/contract.ts'
import { groupContract } from './group/contract.ts'
import { honourContract } from './honour/contract.ts'
import { meetingContract, type meetingView } from './meeting/contract.ts'
import { type notice, noticeContract } from './notice/contract.ts'
import { operatingContract } from './operating/contract.ts'
import { type hat, peopleContract } from './people/contract.ts'
import { personalDataContract } from './people/personalData/contract.ts'
import { type organisationRow, type place, placeContract } from './place/contract.ts'
import { type entry, pointsContract, type redemptionRow, type rewardRow } from './points/contract.ts'
import { rankingContract } from './points/ranking/contract.ts'
import { pointsReviewContract } from './points/review/contract.ts'
import { projectContract, type projectRow, type projectView } from './project/contract.ts'
import { type reliefCaseView, reliefContract, type reliefFacts } from './relief/contract.ts'
import { routingContract } from './routing/contract.ts'
import { safetyContract } from './safety/contract.ts'
import { settingsContract } from './settings/contract.ts'
import { suggestionContract } from './suggestion/contract.ts'
import { taskContract, type taskPlan, type taskRow, type taskView } from './task/contract.ts'

/**
 * Every action: name → what it takes and what it gives. Both sides infer their types from it. A message of a schema
 * is the code of the refusal that it leads to (errors.ts). Times are milliseconds since 1970.
 */
export const contract = {
  ...peopleContract,
  ...personalDataContract,
  ...placeContract,
  ...appealContract,
  ...appealSteps,
  ...filingContract,
  ...projectContract,
  ...meetingContract,
  ...dutyContract,
  ...noticeContract,
  ...suggestionContract,
  ...settingsContract,
  ...routingContract,
  ...reliefContract,
  ...taskContract,
  ...groupContract,
  ...pointsContract,
  ...pointsReviewContract,
  ...rankingContract,
  ...honourContract,
  ...safetyContract,
  ...operatingContract,
} as const

export type Contract = typeof contract
export type ActionName = keyof Contract
/** What an action belongs to: the first word of its name, `appeal` of `appeal.submit`. */
export type AreaName = ActionName extends infer A
  ? A extends `${infer Area}.${string}`
    ? Area
    : never
  : never
/** What a caller sends: fields with defaults may be left out. */
export type Input<A extends ActionName> = z.input<Contract[A]['input']>
/** What a use case gets: parsed, defaults filled in. */
export type Parsed<A extends ActionName> = z.output<Contract[A]['input']>
export type Output<A extends ActionName> = z.output<Contract[A]['output']>
export type WriteAction = { [A in ActionName]: Contract[A]['write'] extends true ? A : never }[ActionName]

export type AppealRow = z.output<typeof appealRow>
export type TaskRow = z.output<typeof taskRow>
export type TaskView = z.output<typeof taskView>
/** What a form holds of a task: defaults may be left out. */
export type TaskPlanInput = z.input<typeof taskPlan>
export type AppealView = z.output<typeof appealView>
export type TimelineStep = z.output<typeof timelineStep>
export type ShiftView = z.output<typeof shift>
export type SwapView = z.output<typeof swap>
export type NoticeView = z.output<typeof notice>
export type ReliefFacts = z.output<typeof reliefFacts>
export type ReliefCaseView = z.output<typeof reliefCaseView>
export type ProjectRow = z.output<typeof projectRow>
export type ProjectView = z.output<typeof projectView>
export type MeetingView = z.output<typeof meetingView>
export type EntryView = z.output<typeof entry>
export type ReviewRow = Output<'pointsReview.queue'>['rows'][number]
export type RewardRow = z.output<typeof rewardRow>
export type RedemptionRow = z.output<typeof redemptionRow>
export type HatView = z.output<typeof hat>
export type Place = z.output<typeof place>
export type OrganisationRow = z.output<typeof organisationRow>

export type Reply<A extends ActionName> =
  | { ok: true; data: Output<A> }
  | { ok: false; error: { code: import('./errors.ts').RefusalCode; message: string; requestId?: string } }
