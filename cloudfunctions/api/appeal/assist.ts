import { askHelp, help } from '../../../domain/appeal/handling.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { UseCase } from '../useCase.ts'
import { helperAt } from './naming.ts'
import { requirePhotos } from './photos.ts'
import { requireTarget } from './requireTarget.ts'
import { takeStep } from './step.ts'

/**
 * 协办: who is responsible asks another organisation to help, or waits for it no longer; the assistants report and
 * finish.
 */
export const assist: UseCase<'appeal.assist'> = (
  context,
  { words, photos, organisationId, help: how, ...input },
) =>
  takeStep(context, 'assist', input, async (appeal, attempt) => {
    await requirePhotos(photos)
    const { personId, hat } = context.caller
    const mine = hat?.organisation.id ?? ''
    const responsible = appeal.responsible?.personId === personId && mine === appeal.organisation.id
    const asks = how === 'ask' || how === 'release'
    if (asks !== responsible) throw new Refusal('NOT_YOURS')
    if (!asks) return help(appeal, attempt, mine, how, { words, photos })
    if (organisationId === undefined) throw new Refusal('FIELD_INVALID', { field: '单位' })
    if (how === 'release') return help(appeal, attempt, organisationId, how, { words, photos })
    const [target, helper] = await Promise.all([
      requireTarget(appeal, organisationId),
      helperAt(organisationId, appeal, context.now),
    ])
    return askHelp(appeal, attempt, { id: target._id, name: target.name }, words, helper)
  })
