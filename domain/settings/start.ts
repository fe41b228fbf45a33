import { templatesOf } from '../notice/templates.ts'
import { faultsOf, noOverrides } from './overrides.ts'
import { type Setting, type SettingKey, settings } from './settings.ts'

/**
 * Throws when what the functions start with is not sound: a standard outside its own limits or against another, limits
 * that leave nothing to choose, or templates that can't be read. Asked by the functions when they are loaded, and by the
 * build.
 */
export function requireSound(templates: string, table: Record<string, Setting> = settings): void {
  const wrong = Object.entries(table).flatMap(([key, { standard, least, most }]) =>
    least < most && standard >= least && standard <= most
      ? []
      : [`${key}: ${standard} is not between ${least} and ${most}`],
  )
  const numbers = Object.fromEntries(Object.entries(table).map(([key, { standard }]) => [key, standard]))
  wrong.push(...faultsOf({ ...noOverrides, numbers: numbers as Record<SettingKey, number> }))
  if (wrong.length > 0) throw new Error(`the settings in domain/settings are not sound: ${wrong.join('; ')}`)
  try {
    templatesOf(templates)
  } catch (error) {
    throw new Error(`TARO_APP_TEMPLATES is not sound: ${(error as Error).message}`)
  }
}
