import { Refusal } from '../../../domain/errors.ts'
import { claim as decide } from '../../../domain/filing/claim.ts'
import { appeals, stepChange } from '../../store/appeals.ts'
import { command } from '../../store/collection.ts'
import { looks } from '../../store/contacts.ts'
import { filingOf, filings } from '../../store/filings.ts'
import { inTransaction } from '../../store/transaction.ts'
import { requestKey } from '../audited.ts'
import type { UseCase } from '../useCase.ts'

/** 认领: by the code; what was noted of how to reach them goes, and they see who had looked at it. */
export const claim: UseCase<'filing.claim'> = async (context, { code }) => {
  const { caller, now } = context
  const requestId = requestKey(context)
  const filing = await filingOf(code)
  if (!filing) throw new Refusal('CLAIM_NOT_FOUND')
  const id = filing._id
  await inTransaction(async (transaction) => {
    const appeal = await transaction.get(appeals, id)
    const current = await transaction.get(filings, id)
    if (!appeal || !current) throw new Refusal('CLAIM_NOT_FOUND')
    const before = appeal.events.some((event) => event.requestId === requestId && event.action === 'claim')
    if (before && appeal.reporterId === caller.personId) return
    const decision = decide(appeal, current, { caller, now, requestId })
    await transaction.update(appeals, id, stepChange(decision))
    await transaction.update(filings, id, {
      claimedAt: now,
      phone: command.remove(),
      nickname: command.remove(),
    })
  })
  // Until now nobody was there whose they were.
  await looks.update({ personId: id }, { personId: caller.personId })
  return { id }
}
