import type { Appeal, Named } from '../../../domain/appeal/appeal.ts'
import { likelyBodies, type Needs, needsOf } from '../../../domain/appeal/bodies.ts'
import { categoryNames } from '../../../domain/appeal/categories.ts'
import type { Channel } from '../../../domain/appeal/names.ts'
import { firingRule, route } from '../../../domain/appeal/routing.ts'
import { submission } from '../../../domain/appeal/submission.ts'
import type { Output, Parsed } from '../../../domain/contract.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { ListedOrganisation } from '../../../domain/place/organisation.ts'
import type { Assessed } from '../../../domain/relief/assessing.ts'
import { appealTerms } from '../../../domain/settings/settings.ts'
import { appeals } from '../../store/appeals.ts'
import { organisationOrHeir, organisations, organisationsNeeded } from '../../store/organisations.ts'
import { rememberTrade } from '../../store/people.ts'
import { ruleSetInForce } from '../../store/rules.ts'
import { requestKey } from '../audited.ts'
import { assessmentOf, requirePast } from '../relief/assessment.ts'
import type { Context, UseCase } from '../useCase.ts'
import { namedAt } from './naming.ts'
import { requireVoice } from './voice.ts'

/** 提交: an appeal, dispatched at once by the rules in force. */
export const submit: UseCase<'appeal.submit'> = async (context, input) => {
  const { person } = context
  const appeal = await composed(context, input)
  if (person.trade !== input.trade) await rememberTrade(person, input.trade)
  if (await appeals.add(appeal)) return receipt(appeal)
  const first = await appeals.get(appeal._id)
  if (!first) throw new Error('an appeal was taken and is not there')
  return receipt(first)
}

/** What an appeal is made of, whoever enters it. */
export type Composition = Omit<Parsed<'appeal.submit'>, 'channel'> & { channel: Channel }

/** The appeal that a request makes: where it goes by the rules in force, and why. Refuses what can't be taken. */
export async function composed(context: Context, input: Composition, filedBy?: Named): Promise<Appeal> {
  const { person, caller, now } = context
  const id = requestKey(context)
  requirePast(input, now)
  const [near] = await Promise.all([
    organisationsNeeded({ ids: likelyBodies(input.area), departmentsIn: [] }),
    requireVoice(input.voice),
  ])
  const place = await placeOf(input.area, near)
  if (!place?.active || !territorial.has(place.kind)) throw new Refusal('AREA_NOT_FOUND')
  const cityId = place.ancestors.at(-1) ?? place._id
  const city = near.find(({ _id }) => _id === cityId) ?? (await organisations.get(cityId))
  const ruleSet = city && (await ruleSetInForce(city))
  if (!ruleSet) throw new Refusal('CITY_NOT_READY')
  const { numbers, categoriesOff = [] } = city.settings ?? {}
  if (categoriesOff.includes(input.category))
    throw new Refusal('CATEGORY_OFF', { category: categoryNames[input.category] })
  const facts = { ...input, place }
  const needs = needsOf(firingRule(ruleSet, facts)?.rule, facts)
  const owners = [...near, ...(await further(needs, near))]
  const routed = route(ruleSet, facts, owners)
  if (!routed) throw new Refusal('CITY_NOT_READY')
  const [named, assessed] = await Promise.all([
    namedAt(routed.organisation._id, { reporterId: person._id }, now),
    assessmentOf(input, place, context),
  ])
  return submission(
    id,
    input,
    place,
    routed,
    named,
    { caller, now, requestId: id },
    { assessed, filedBy, terms: appealTerms(numbers) },
  )
}

/** Whom the rule needs beside those who were read already: departments, and who has been moved elsewhere. */
async function further(needs: Needs, near: readonly ListedOrganisation[]): Promise<ListedOrganisation[]> {
  const ids = needs.ids.filter((id) => !near.some(({ _id }) => _id === id))
  return ids.length + needs.departmentsIn.length > 0 ? organisationsNeeded({ ...needs, ids }) : []
}

/** A phone may remember a community that has since been merged into another. */
async function placeOf(
  area: string,
  near: readonly ListedOrganisation[],
): Promise<ListedOrganisation | undefined> {
  const place = near.find(({ _id }) => _id === area)
  return place?.mergedInto ? organisationOrHeir(place.mergedInto.id) : place
}

const territorial = new Set(['city', 'district', 'street', 'community'])

/** What the person is told; from the first event, so that a repeated request gets the first answer. */
export function receipt({
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
    ...(first.changes.reliefCase && { assessed: assessedOf(first.changes.reliefCase) }),
  }
}

const assessedOf = ({ assessment, points, threshold, ruleVersion }: Assessed): Assessed => ({
  assessment,
  points,
  threshold,
  ruleVersion,
})
