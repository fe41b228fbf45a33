import { limits } from '../../../domain/appeal/limits.ts'
import type { Output } from '../../../domain/contract.ts'
import type { Overrides } from '../../../domain/settings/overrides.ts'
import { appealsOf } from '../../store/appeals.ts'
import { settingsAround } from '../../store/settings.ts'
import { rowOf } from '../appeal/page.ts'
import type { UseCase } from '../useCase.ts'
import { selfOf } from './me.ts'

/** The home page: what of the caller's is moving, what waits for their word first, and their hats. */
export const home: UseCase<'person.home'> = async (context) => {
  const { person, now } = context
  const [open, settings] = await Promise.all([
    appealsOf(person._id, 'open', undefined, limits.page + 1),
    settingsAround(person.community?.ancestors?.at(-1), now),
  ])
  const city = cityOf(settings)
  const moving = open.slice(0, limits.page).map(rowOf)
  const yourTurn = (state: string) => (state === 'resolved' ? 0 : 1)
  moving.sort((a, b) => yourTurn(a.state) - yourTurn(b.state) || b.updatedAt - a.updatedAt)
  return { ...selfOf(context), moving, more: open.length > limits.page, ...(city && { city }) }
}

/** What forms must know of the city; undefined when it does all as the table says. */
function cityOf({
  numbers: { urgentAcceptMinutes },
  categoriesOff,
}: Overrides): Output<'person.home'>['city'] {
  const city = {
    ...(categoriesOff.length > 0 && { categoriesOff }),
    ...(urgentAcceptMinutes !== undefined && { urgentAcceptMinutes }),
  }
  return Object.keys(city).length > 0 ? city : undefined
}
