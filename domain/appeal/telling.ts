import type { Appeal, Outgoing } from './appeal.ts'
import { limits } from './limits.ts'
import { type AppealEvent, calledSince } from './log.ts'
import type { News } from './news.ts'
import type { AppealAction, AppealState } from './states.ts'

type Step = { before: Appeal; after: Appeal; event: AppealEvent }
/** `organisationId`: instead of a person, whoever that organisation names when it is told. */
type Told = readonly [personId: string | undefined, news: News, organisationId?: string]

/** Who has it in hand: who took it on, before that who was named. */
export const holder = ({
  responsible,
  named,
  state,
}: Pick<Appeal, 'responsible' | 'named' | 'state'>): string | undefined =>
  (taken.includes(state) ? responsible : named)?.personId
const taken: readonly AppealState[] = ['accepted', 'suspended', 'resolved', 'closed']

/**
 * Where somebody must hold an appointment to be told something as staff: who has it in hand, at the organisation that
 * has it; anybody else, at one that has to do with it. Who left hears nothing more.
 */
export function mustBeAt(
  appeal: Pick<Appeal, 'responsible' | 'named' | 'state' | 'organisation' | 'assistants'>,
  personId: string,
): string[] {
  const { id, catchAllId } = appeal.organisation
  if (personId === holder(appeal)) return [id]
  return [id, ...(catchAllId === null ? [] : [catchAllId]), ...appeal.assistants.map((each) => each.id)]
}

/** Whoever an organisation names is told that it came. */
function arrival({ after, event }: Step): Told[] {
  if (event.to === 'submitted') return [[after.named?.personId, 'toPlace']]
  return [[after.named?.personId, after.urgency === 'urgent' ? 'urgent' : 'assigned']]
}
/** Who saw it too hears how it ends, by whichever way, unless it has become confidential; the words are for who asked. */
const passersBy = ({ after }: Step, news: News): Told[] =>
  (after.confidential ? [] : after.supporters).map((personId): Told => [personId, news])
const moved = (step: Step): Told[] => [
  // 疑难: a supervisor has given it more time.
  [step.after.reporterId, step.before.resolveBy === step.after.resolveBy ? 'moved' : 'movedHard'],
  ...arrival(step),
]
const refusal = ({ after }: Step): News => (after.reviews < limits.reviews ? 'declined' : 'declinedForGood')
const judged = { satisfied: 'satisfied', partly: 'partlySatisfied', unsatisfied: 'unsatisfied' } as const

/** Whose help is not waited for any more: whoever was called for it, else whom their organisation names now. */
function waitedFor({ after, event }: Step): Told {
  const place = event.organisation?.id
  const asked = after.events.filter(({ help, organisation }) => help === 'ask' && organisation?.id === place)
  const called = asked.at(-1)?.called
  return called ? [called.personId, 'released'] : [undefined, 'released', place]
}

/**
 * Whom a step concerns, and what they are told (product.md: nothing happens that the person is not told of). One row
 * an action; a row that tells nobody says so.
 */
const tables: Record<AppealAction, (step: Step) => Told[]> = {
  submit: (step) => [
    ...arrival(step),
    // The rule asks them, as a handler asks for help: whom they name is known when they are told.
    ...step.after.assistants.map(({ id }): Told => [undefined, 'helpAsked', id]),
  ],
  dispatch: moved,
  transfer: moved,
  return: moved,
  accept: ({ after }) => [[after.reporterId, 'accepted']],
  assist: (step) => {
    const { after, event } = step
    if (event.help === 'ask') return [[event.called?.personId, 'helpAsked']]
    if (event.help === 'release') return [waitedFor(step)]
    return [[after.responsible?.personId, event.help === 'finish' ? 'helpFinished' : 'helpReported']]
  },
  note: ({ after, event }) => [
    [event.internal ? undefined : after.reporterId, 'noted'],
    [after.responsible?.personId, 'helpReported'],
  ],
  suspend: ({ after }) => [[after.reporterId, 'suspended']],
  resume: ({ after, event }) => {
    const onDay = event.actor.role === 'clock'
    return [
      [after.reporterId, onDay ? 'resumedOnDay' : 'resumed'],
      [after.responsible?.personId, onDay ? 'resumedWork' : 'resumedByHand'],
    ]
  },
  resolve: (step) =>
    step.after.unsolved
      ? [[step.after.reporterId, 'resolvedUnsolved'], ...passersBy(step, 'seenUnsolved')]
      : [[step.after.reporterId, 'resolved'], ...passersBy(step, 'seenResolved')],
  confirm: (step) => [
    [step.after.responsible?.personId, judged[step.event.answer ?? 'satisfied']],
    ...(step.event.to === 'closed' ? passersBy(step, 'seenClosed') : []),
  ],
  followUp: (step) => {
    const { after, event } = step
    const ended = event.to === 'closed' ? passersBy(step, 'seenClosed') : []
    if (event.actor.role === 'clock') return [[after.reporterId, 'closed'], ...ended]
    if (!event.reached) return [[after.reporterId, 'unanswered']]
    return [
      [after.reporterId, 'asked'],
      [after.responsible?.personId, judged[event.answer ?? 'satisfied']],
      ...ended,
    ]
  },
  reopen: (step) => {
    const stays = step.before.organisation.id === step.after.organisation.id
    return [[step.before.responsible?.personId, stays ? 'reopenedHere' : 'reopened'], ...arrival(step)]
  },
  review: arrival,
  decideRelief: ({ after }) => [
    [
      after.reporterId,
      after.reliefCase?.decision?.outcome === 'approved' ? 'reliefApproved' : 'reliefRefused',
    ],
  ],
  answerRelief: ({ after }) => [
    [after.reporterId, after.reliefCase?.answer?.outcome === 'refused' ? 'reliefNotWaived' : 'reliefWaived'],
  ],
  reply: ({ after }) => [[holder(after), 'replied']],
  urge: ({ after }) => [[holder(after), 'urged']],
  escalate: (step) => {
    const { before, after } = step
    if (before.organisation.id === after.organisation.id) return [[holder(after), 'overdue']]
    return step.event.clock
      ? [[after.reporterId, 'raised'], [holder(before), 'taken'], ...arrival(step)]
      : [[after.reporterId, 'raisedByHand'], [holder(before), 'takenByHand'], ...arrival(step)]
  },
  warn: ({ after, event }) => {
    if (event.clock === 'followUp')
      return [
        [after.reporterId, 'unanswered'],
        [event.called?.personId, 'toFollowUp'],
      ]
    if (event.clock === 'accept' && after.urgency === 'urgent')
      return [holder(after), event.called?.personId, ...calledSince(after.events, after.acceptFrom)].map(
        (personId): Told => [personId, after.state === 'submitted' ? 'stillUnplaced' : 'stillUrgent'],
      )
    const soon = event.clock === 'accept' ? 'acceptSoon' : 'resolveSoon'
    return [
      [holder(after), soon],
      [event.called?.personId, soon],
    ]
  },
  merge: ({ before, after }) => [
    [after.reporterId, 'merged'],
    [holder(before), 'mergedWork'],
  ],
  unmerge: ({ after }) =>
    after.state === 'resolved'
      ? [[after.reporterId, 'unmergedResolved']]
      : [
          [after.reporterId, 'unmerged'],
          [holder(after), 'unmergedWork'],
        ],
  gather: () => [],
  letGo: () => [],
  conclude: (step) => {
    const declined = step.event.to === 'declined'
    return [
      [step.after.reporterId, declined ? refusal(step) : 'closedTogether'],
      ...passersBy(step, declined ? 'seenDeclined' : 'seenClosed'),
    ]
  },
  support: () => [],
  withdraw: (step) => [[holder(step.before), 'withdrawn'], ...passersBy(step, 'seenWithdrawn')],
  decline: (step) => [[step.after.reporterId, refusal(step)], ...passersBy(step, 'seenDeclined')],
  claim: () => [],
  join: ({ after }) => [[after.reporterId, 'joined']],
  leave: () => [],
  projectDone: (step) => [
    [holder(step.after), 'projectDoneWork'],
    [step.after.reporterId, 'projectDone'],
    ...passersBy(step, 'seenProjectDone'),
  ],
  decide: ({ after, event }) => [
    [event.internal ? undefined : after.reporterId, 'decided'],
    [holder(after), 'decidedWork'],
  ],
  inherit: (step) => {
    const { after, event } = step
    if (!after.working) return []
    const asker: Told = [after.reporterId, 'moved']
    // What was taken on goes over with who took it.
    return taken.includes(event.to) ? [asker] : [asker, ...arrival(step)]
  },
  name: arrival,
}

/** The list of whom to tell of a step, each once; whoever took the step knows. */
export function tell(step: Step): Outgoing[] {
  const { event } = step
  const { sequence } = event
  const told = tables[event.action](step).flatMap(([personId, news, organisationId]): Outgoing[] => {
    if (organisationId !== undefined) return [{ sequence, personId: '', news, organisationId }]
    return personId && personId !== event.actor.personId ? [{ sequence, personId, news }] : []
  })
  const isSame = (a: Outgoing, b: Outgoing) =>
    a.personId === b.personId && a.organisationId === b.organisationId
  return told.filter((each, index) => told.findIndex((other) => isSame(each, other)) === index)
}
