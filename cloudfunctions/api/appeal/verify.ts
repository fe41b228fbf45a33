import { limits } from '../../../domain/appeal/limits.ts'
import { faultOf } from '../../../domain/appeal/verify.ts'
import { wholeAppealsOfCity } from '../../store/appeals.ts'
import { cursorOf, paged } from '../page.ts'
import { ownCity } from '../routing/cityOf.ts'
import type { UseCase } from '../useCase.ts'

/** 核对记录: tells each log again from the beginning and holds it against what is stored. */
export const verify: UseCase<'appeal.verify'> = async (context, { organisationId, cursor }) => {
  const city = await ownCity('appeal.verify', context, organisationId)
  const { rows, next } = paged(
    await wholeAppealsOfCity(city._id, cursorOf(cursor), limits.verified + 1),
    limits.verified,
    ({ createdAt }) => createdAt,
    (appeal) => appeal,
  )
  const reached = rows.at(-1)?.createdAt
  return {
    checked: rows.length,
    ...(reached !== undefined && { reached }),
    faults: rows
      .filter((appeal) => faultOf(appeal) !== undefined)
      // Of what is confidential not even the title is an administrator's to read.
      .map(({ number, title, confidential, createdAt }) => ({
        number,
        title: confidential ? '保密的一件' : title,
        at: createdAt,
      })),
    ...(next && { next }),
  }
}
