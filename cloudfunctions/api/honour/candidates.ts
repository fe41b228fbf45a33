import { Refusal } from '../../../domain/errors.ts'
import { honourKinds, honourLimits } from '../../../domain/honour/kinds.ts'
import type { Hat } from '../../../domain/people/roles.ts'
import { granted } from '../../../domain/permission.ts'
import { periodsAt } from '../../../domain/points/ranking/periods.ts'
import { boardOf } from '../../../domain/points/ranking/standing.ts'
import { ranked } from '../../store/rankings.ts'
import { cursorOf, paged } from '../page.ts'
import type { UseCase } from '../useCase.ts'

/** 候选人: who has done the most in the hat's area this year, by points or by what they found and others put right. */
export const candidates: UseCase<'honour.candidates'> = async (
  { caller: { hat }, now },
  { kind, cursor },
) => {
  if (!hat || !granted('honour.candidates', hat.role, ['organisation'])) throw new Refusal('NOT_YOURS')
  const { by } = honourKinds[kind]
  return paged(
    await ranked(yearBoard(hat, now), by, cursorOf(cursor), honourLimits.page + 1),
    honourLimits.page,
    (row) => row[by],
    ({ personId, name, points, solved }) => ({ personId, name, points, solved }),
  )
}

/** The year's board of the area that somebody works for: a community, or a district. */
export const yearBoard = ({ organisation: { id, kind, area } }: Hat, now: number): string =>
  boardOf(kind === 'community' ? id : area, periodsAt(now).year)
