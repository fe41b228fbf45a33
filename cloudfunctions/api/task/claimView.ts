import type { TaskView } from '../../../domain/contract.ts'
import type { Actor } from '../../../domain/people/actor.ts'
import type { Claim } from '../../../domain/task/task.ts'

/** A claim as those who organise, and its holder, see it. */
export function claimView(claim: Claim, reader: string): NonNullable<TaskView['claims']>[number] {
  const { id, personId, name, state, at, checkIn, proof, verdict, spot } = claim
  return {
    id,
    name,
    state,
    at,
    mine: personId === reader,
    ...(checkIn && { checkIn }),
    ...(proof && { proof }),
    ...(verdict && {
      verdict: { at: verdict.at, by: nameOf(verdict.by), accepted: verdict.accepted, words: verdict.words },
    }),
    ...(spot && { spot: spot === 'open' ? 'open' : spot.accepted ? 'accepted' : 'rejected' }),
  }
}

const nameOf = ({ organisation, title }: Actor) => (organisation ? `${organisation.name} · ${title}` : title)
