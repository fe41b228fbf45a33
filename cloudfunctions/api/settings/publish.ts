import { maskContacts } from '../../../domain/appeal/privacy.ts'
import { Refusal } from '../../../domain/errors.ts'
import { actorOf } from '../../../domain/people/actor.ts'
import { changesBetween, faultsOf, tidied } from '../../../domain/settings/overrides.ts'
import { command } from '../../store/collection.ts'
import { organisations } from '../../store/organisations.ts'
import {
  forgetSettings,
  overridesOf,
  settingsId,
  settingsInForce,
  settingsVersions,
} from '../../store/settings.ts'
import { audited } from '../audited.ts'
import { administeredCity } from '../suggestion/city.ts'
import type { UseCase } from '../useCase.ts'

/**
 * 改设置: they become the next version, and the city goes by it. Refused when somebody else did so since the caller looked.
 * What is under way keeps what was promised (docs/decisions/35).
 */
export const publish: UseCase<'settings.publish'> = async (context, { version: seen, words, ...wished }) => {
  const { _id } = administeredCity('settings.publish', context)
  const answer = await audited(context, 'settings.publish', async (transaction) => {
    const city = await transaction.get(organisations, _id)
    if (!city) throw new Refusal('CITY_NOT_READY')
    if (settingsInForce(city) !== seen) throw new Refusal('SETTINGS_STALE')
    const [fault] = faultsOf(wished)
    if (fault !== undefined) throw new Refusal('SETTINGS_FAULTY', { fault })
    const after = tidied(wished)
    const changes = changesBetween(overridesOf(city), after)
    if (changes.length === 0) throw new Refusal('SETTINGS_SAME')
    const version = seen + 1
    const changed = changes.join('；')
    const why = maskContacts(words)
    await transaction.add(settingsVersions, {
      _id: settingsId(_id, version),
      settingsOf: _id,
      version,
      ...after,
      by: actorOf(context.caller),
      at: context.now,
      words: why,
      changed,
    })
    await transaction.update(organisations, _id, { settings: command.set({ version, ...after }) })
    return { answer: { version }, organisation: city, words: `${changed}。原因：${why}` }
  })
  forgetSettings()
  return answer
}
