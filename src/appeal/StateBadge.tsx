import { type AppealState, type Outcome, outcomeNames, stateNames } from '../../domain/appeal/states'
import { Badge, type BadgeTone } from '../ui/Badge'
import type { BadgeIconName } from '../ui/iconNames'

type Face = readonly [icon: BadgeIconName, tone: BadgeTone]

const states: Record<AppealState, Face> = {
  submitted: ['circle-dashed', 'grey'],
  dispatched: ['send', 'blue'],
  accepted: ['user-round-check', 'blue'],
  suspended: ['circle-pause', 'grey'],
  resolved: ['message-circle-question-mark', 'honey'],
  closed: ['circle-check', 'green'],
  withdrawn: ['undo-2', 'outlined'],
  declined: ['ban', 'outlined'],
  merged: ['merge', 'outlined'],
}

const outcomes: Record<Outcome, Face> = {
  solved: ['circle-check', 'green'],
  partly: ['contrast', 'grey'],
  notSolved: ['circle-x', 'outlined'],
  noAnswer: ['phone-missed', 'outlined'],
  silent: ['calendar-x', 'outlined'],
}

/** The state of an appeal: word, icon and colour (look: States). */
export function StateBadge({ state }: { state: AppealState }) {
  const [icon, tone] = states[state]
  return <Badge text={stateNames[state]} icon={icon} tone={tone} />
}

/** How a closed appeal ended. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const [icon, tone] = outcomes[outcome]
  return <Badge text={outcomeNames[outcome]} icon={icon} tone={tone} />
}

/** A person must look at something that was said in it before others may. */
export function DoubtBadge() {
  return <Badge text="内容待看" icon="eye" tone="honey" />
}

/** Danger to people: stands before the state. */
export function UrgentBadge() {
  return <Badge text="紧急" icon="siren" tone="red" />
}
