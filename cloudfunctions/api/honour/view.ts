import { Refusal } from '../../../domain/errors.ts'
import { fitsHonour, isPublic } from '../../../domain/honour/honour.ts'
import { honours } from '../../store/honours.ts'
import type { UseCase } from '../useCase.ts'
import { honourRow } from './row.ts'

/** One honour: one's own whatever became of it, of others what is public. */
export const view: UseCase<'honour.view'> = async ({ person, now }, { id }) => {
  const honour = await honours.get(id)
  const mine = honour?.personId === person._id
  if (!honour || !(mine || isPublic(honour.state))) throw new Refusal('HONOUR_NOT_FOUND')
  const { state, objections, nominatedBy, signedBy, noticeEnds } = honour
  const objected = objections.some(({ personId }) => personId === person._id)
  const involved = mine || nominatedBy === person._id || signedBy === person._id
  return {
    ...honourRow(honour),
    mine,
    mayDecline: mine && fitsHonour('decline', state),
    mayObject: fitsHonour('object', state) && now < noticeEnds && !involved && !objected,
    objected,
  }
}
