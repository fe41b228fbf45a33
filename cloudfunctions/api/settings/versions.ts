import { settingsLimits } from '../../../domain/settings/limits.ts'
import { settingsVersionsOf } from '../../store/settings.ts'
import { cursorOf, paged } from '../page.ts'
import { administeredCity } from '../suggestion/city.ts'
import type { UseCase } from '../useCase.ts'

/** 改过的设置: who changed what, when and why, newest first. */
export const versions: UseCase<'settings.versions'> = async (context, { cursor }) => {
  const { _id } = administeredCity('settings.versions', context)
  return paged(
    await settingsVersionsOf(_id, cursorOf(cursor), settingsLimits.page + 1),
    settingsLimits.page,
    ({ version }) => version,
    ({ version, by, at, words, changed }) => ({ version, by: by.title, at, words, changed }),
  )
}
