import * as z from 'zod'

/** Building blocks of the contract's schemas. A message of a schema is the code of the refusal that it leads to. */

export const oneOf = <T extends string>(names: Record<T, unknown>) =>
  z.enum(Object.keys(names) as [T, ...T[]])
export const id = z.string().regex(/^[\w-]{1,64}$/)
export const words = (limit: number) => z.string('FIELD_INVALID').trim().max(limit, 'TEXT_TOO_LONG')
export const said = (limit: number) => words(limit).min(1, 'TEXT_EMPTY')
/**
 * A photo or a recording by its id in the store: `cloud://…/photos/<32 hexadecimal digits>.jpg`. Its name says nothing of
 * who made it, and nobody guesses it (docs/decisions/24).
 */
export const photoFile = z
  .string('FIELD_INVALID')
  .regex(/^cloud:\/\/[\w.-]{1,120}\/photos\/[0-9a-f]{32}\.(?:jpe?g|png|webp|heic)$/, 'PHOTO_NOT_YOURS')
export const voiceFile = z
  .string('FIELD_INVALID')
  .regex(/^cloud:\/\/[\w.-]{1,120}\/voices\/[0-9a-f]{32}\.(?:mp3|m4a|aac|mp4|ogg|webm)$/, 'VOICE_NOT_YOURS')
/** Milliseconds since 1970. */
export const time = z.number().int()
export const nothing = z.strictObject({})
export const cursor = z.string().max(200).optional()
export const named = z.object({ id: z.string(), name: z.string() })
/** Of a page of a list: where the next one starts. */
export const next = z.string().optional()

/** Every action: what it takes and gives, and whether it changes anything. */
export type Actions = Record<string, { write: boolean; input: z.ZodType; output: z.ZodType }>
