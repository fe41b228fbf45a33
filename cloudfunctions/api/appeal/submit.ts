import type { Appeal } from '../../../domain/appeal/appeal.ts'
import { needsOf } from '../../../domain/appeal/bodies.ts'
import { firingRule, route } from '../../../domain/appeal/routing.ts'
import { submission } from '../../../domain/appeal/submission.ts'
import type { Output } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import { appeals } from '../../store/appeals.ts'
import { organisationOrHeir, organisations, organisationsNeeded } from '../../store/organisations.ts'
import { rememberTrade } from '../../store/people.ts'
import { ruleSetInForce } from '../../store/rules.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { requireOwnPhotos } from './photos.ts'

/** 提交: an appeal, dispatched at once by the rules in force. */
export const submit: UseCase<'appeal.submit'> = async (context, input) => {
  const { person, caller, now, requestId } = context
  const id = requestKey(context)
  const [place] = await Promise.all([
    // A phone may remember a community that has since been merged into another.
    organisationOrHeir(input.area),
    requireOwnPhotos(context, input.photos),
  ])
  if (!place?.active || !territorial.has(place.kind)) throw new Refusal('AREA_NOT_FOUND')
  const cityId = place.ancestors.at(-1)
  const city = cityId === undefined ? place : await organisations.get(cityId)
  const ruleSet = city && (await ruleSetInForce(city))
  if (!ruleSet) throw new Refusal('CITY_NOT_READY')
  const facts = { ...input, place }
  const owners = await organisationsNeeded(needsOf(firingRule(ruleSet, facts)?.rule, facts))
  const routed = route(ruleSet, facts, owners)
  if (!routed) throw new Refusal('CITY_NOT_READY')
  const appeal = submission(id, input, place, routed, { caller, now, requestId })
  if (person.trade !== input.trade) await rememberTrade(person, input.trade)
  if (await appeals.add(appeal)) return receipt(appeal)
  const first = await appeals.get(id)
  if (!first) throw new Error('an appeal was taken and is not there')
  return receipt(first)
}

const territorial = new Set(['city', 'district', 'street', 'community'])

/** What the person is told; from the first event, so that a repeated request gets the first answer. */
function receipt({
  _id,
  number,
  events,
  dispatch,
  acceptBy,
  resolveBy,
  organisation,
}: Appeal): Output<'appeal.submit'> {
  const first = events[0]
  if (!first) throw new Error('an appeal without its first event')
  return {
    id: _id,
    number,
    state: first.to,
    version: first.sequence,
    organisation: first.organisation ?? { id: organisation.id, name: organisation.name },
    dispatch: first.dispatch ?? dispatch,
    acceptBy,
    ...(resolveBy !== undefined && { resolveBy }),
  }
}
