import type { Place } from '../../domain/contract'
import { keep, recall } from '../call/storage'

const key = 'places'
const most = 4

/** Places that the person chose before, the last one first. */
export function chosenPlaces(): Place[] {
  return recall<Place[]>(key) ?? []
}

export function rememberPlace(place: Place): void {
  keep(key, [place, ...chosenPlaces().filter(({ id }) => id !== place.id)].slice(0, most))
}
