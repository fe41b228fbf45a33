import { Refusal } from '../../../domain/errors.ts'
import { organisations } from '../../store/organisations.ts'
import { overridesOf, settingsInForce } from '../../store/settings.ts'
import { administeredCity } from '../suggestion/city.ts'
import type { UseCase } from '../useCase.ts'

/** 设置: what the caller's city does otherwise than the table says. */
export const view: UseCase<'settings.view'> = async (context) => {
  const { _id } = administeredCity('settings.view', context)
  const city = await organisations.get(_id)
  if (!city) throw new Refusal('CITY_NOT_READY')
  return { city: { id: _id, name: city.name }, version: settingsInForce(city), ...overridesOf(city) }
}
