import { similarCell, similarSince, similarTo } from '../../../domain/appeal/similar.ts'
import { cellsAround } from '../../../domain/place/cell.ts'
import { snapsIn } from '../../store/appealLists.ts'
import type { UseCase } from '../useCase.ts'

/** 附近有人拍过: what others have taken of the same near by, so that one tap is enough. Nothing of who took it. */
export const similar: UseCase<'appeal.similar'> = async ({ person, now }, { category, position }) => {
  const since = similarSince(category, now)
  if (since === undefined) return { snaps: [] }
  const around = await snapsIn(cellsAround(position, similarCell), category, since)
  const found = similarTo(around, position, category, now)
  return {
    snaps: found.map(({ snap: { _id, title, state, createdAt, photos, supporters, reporterId }, metres }) => {
      const [photo] = photos
      return {
        id: _id,
        title,
        state,
        createdAt,
        ...(photo !== undefined && { photo }),
        metres: Math.round(metres / 10) * 10,
        seen: supporters.length + 1,
        mine: reporterId === person._id,
        supported: supporters.includes(person._id),
      }
    }),
  }
}
