import { cellsAround } from '../../../domain/place/cell.ts'
import { insideBoundary, insideBox, metresBetween } from '../../../domain/place/geography.ts'
import { placeLimits } from '../../../domain/place/limits.ts'
import { communitiesIn, organisationsById } from '../../store/organisations.ts'
import type { UseCase } from '../useCase.ts'
import { placeOf } from './place.ts'

/** The communities at a position: whose boundary holds it, then whose centres are nearest, at most 3 km away. */
export const near: UseCase<'place.near'> = async (_, point) => {
  const around = await communitiesIn(cellsAround(point))
  // Only the boundaries that can hold the position are read: a box around each says so.
  const possible = around.filter(({ box }) => box && insideBox(point, box)).map(({ _id }) => _id)
  const bounded = possible.length > 0 ? await organisationsById(possible) : []
  const holding = new Set(
    bounded.filter(({ boundary }) => boundary && insideBoundary(point, boundary)).map(({ _id }) => _id),
  )
  const places = around
    .flatMap((community) => {
      if (!community.centre) return []
      const metres = Math.round(metresBetween(point, community.centre))
      const inside = holding.has(community._id)
      return inside || metres <= placeLimits.near ? [{ ...placeOf(community), metres, inside }] : []
    })
    .sort((a, b) => Number(b.inside) - Number(a.inside) || a.metres - b.metres)
  return { places: places.slice(0, placeLimits.nearest) }
}
