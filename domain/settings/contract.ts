import * as z from 'zod'
import { categories } from '../appeal/categories.ts'
import { type Actions, cursor, named, next, nothing, said, time } from '../fields.ts'
import { settingsLimits } from './limits.ts'
import { settingKeys } from './settings.ts'

const overrides = {
  /** Only what differs from the standard; whether it is within its limits is asked by faultsOf, which says it in words. */
  numbers: z.partialRecord(z.enum(settingKeys), z.number()),
  categoriesOff: z.array(z.enum(categories)).max(categories.length),
}
const version = z.number().int().positive()

/** What a city does otherwise than the table of settings says. */
export const settingsContract = {
  'settings.view': {
    write: false,
    input: nothing,
    output: z.object({ city: named, version, ...overrides }),
  },
  /** Earlier versions and the one in force, newest first; the first one is what every city begins with. */
  'settings.versions': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({
      rows: z.array(z.object({ version, by: z.string(), at: time, words: z.string(), changed: z.string() })),
      next,
    }),
  },
  'settings.publish': {
    write: true,
    input: z.strictObject({
      /** The version that was in force when they were changed. */
      version,
      ...overrides,
      words: said(settingsLimits.words),
    }),
    output: z.object({ version }),
  },
} as const satisfies Actions
