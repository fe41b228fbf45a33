import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { nominate as decide, honourId } from '../../../domain/honour/deciding.ts'
import { honourKinds, honourLimits } from '../../../domain/honour/kinds.ts'
import { granted } from '../../../domain/permission.ts'
import { rowId } from '../../../domain/points/ranking/standing.ts'
import { honours, settleHonour } from '../../store/honours.ts'
import { people, secretariesOf } from '../../store/people.ts'
import { rankings } from '../../store/rankings.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'
import { yearBoard } from './candidates.ts'

/** 提名: one of the candidates, with a reason; the person and who may look at it next are told. */
export const nominate: UseCase<'honour.nominate'> = async (context, { kind, personId, reason }) => {
  const { caller, now } = context
  const { hat } = caller
  if (!hat || !granted('honour.nominate', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const { id, name, ancestors } = hat.organisation
  const scopes = [id, ...ancestors]
  const [person, row, secretaries] = await Promise.all([
    people.get(personId),
    rankings.get(rowId(yearBoard(hat, now), personId)),
    // Those of the same place, and of the street above it.
    secretariesOf(scopes.slice(0, 2), honourLimits.told),
  ])
  if (!person || person.deletedAt !== undefined || !row?.shown) throw new Refusal('CANDIDATE_NOT_FOUND')
  const attempt = { caller, now, key: requestKey(context) }
  const facts = { points: row.points, solved: row.solved }
  const nomination = { kind, organisation: { id, name }, scopes, reason: maskContacts(reason), facts }
  const honour = decide(
    person,
    nomination,
    secretaries.map(({ _id }) => _id),
    attempt,
  )
  const stored = (await honours.add(honour)) ? honour : await honours.get(honourId(kind, id, personId, now))
  if (stored?.log[0]?.key !== attempt.key)
    throw new Refusal('HONOUR_TWICE', { name: honour.name, kind: honourKinds[kind].name })
  if (stored.outbox.length > 0) await settleHonour(stored)
  return { id: stored._id, state: 'proposed' }
}
