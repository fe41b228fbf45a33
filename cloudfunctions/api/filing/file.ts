import { randomInt } from 'node:crypto'
import type { Appeal, Named } from '../../../domain/appeal/appeal.ts'
import { codeDigits, type Filing } from '../../../domain/filing/filing.ts'
import { addFiled } from '../../store/filings.ts'
import { type Composition, composed } from '../appeal/submit.ts'
import type { Context } from '../useCase.ts'

/** Files an appeal for somebody else, with a code by which they may claim it; the same request once. */
export async function file(
  context: Context,
  input: Composition,
  filedBy: Named,
  { nickname, phone }: { nickname?: string; phone?: string },
): Promise<{ appeal: Appeal; filing: Filing }> {
  const appeal = await composed(context, input, filedBy)
  return addFiled(appeal, {
    _id: appeal._id,
    code: Array.from({ length: codeDigits }, () => randomInt(10)).join(''),
    ...(nickname && { nickname }),
    ...(phone && { phone }),
    at: context.now,
    claimedAt: null,
  })
}
