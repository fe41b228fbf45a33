import { similarCell, similarSince, similarTo } from '../../../domain/appeal/similar.ts'
import { cellsAround } from '../../../domain/place/cell.ts'
import { snapsIn } from '../../store/appealLists.ts'
import { temporaryUrls } from '../../store/files.ts'
import type { UseCase } from '../useCase.ts'

/** 附近有人拍过: what others have taken of the same near by, so that one tap is enough. Nothing of who took it. */
export const similar: UseCase<'appeal.similar'> = async ({ person, now }, { category, position }) => {
  const since = similarSince(category, now)
  if (since === undefined) return { snaps: [] }
  const around = await snapsIn(cellsAround(position, similarCell), category, since)
  const found = similarTo(around, position, category, now)
  const photos = found.flatMap(({ snap }) => snap.photos.slice(0, 1))
  const urls = photos.length > 0 ? await temporaryUrls(photos) : new Map<string, string>()
  return {
    snaps: found.map(({ snap: { _id, title, state, createdAt, photos, supporters, reporterId }, metres }) => {
      const photo = urls.get(photos[0] ?? '')
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
