import { tradeNames } from '../../../domain/people/roles.ts'
import type { Claimer } from '../../../domain/task/claiming.ts'
import type { Context } from '../useCase.ts'

/** The caller as somebody who wants a place. */
export function claimerOf({ person, groupId }: Pick<Context, 'person' | 'groupId'>): Claimer {
  const { _id, nickname, trade, community, consent, appointments, createdAt, volunteering } = person
  return {
    personId: _id,
    name: nickname ?? (trade ? tradeNames[trade] : '志愿者'),
    // Who works for an organisation is known there.
    registeredAt: community && consent ? consent.at : appointments.length > 0 ? createdAt : null,
    volunteering,
    groupId,
  }
}
