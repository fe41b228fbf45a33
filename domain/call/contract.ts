import * as z from 'zod'

/** What the phone sends to the one function; identity is never in it. */
export const envelope = z.strictObject({
  action: z.string(),
  input: z.unknown(),
  /** Made on the phone for each write, kept over retries. */
  requestId: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
  /** The appointment under which the person acts; none: for themselves. */
  hat: z.string().max(64).optional(),
  /** The group chat whose card was opened, put in place by WeChat (identity.ts): what a phone makes up counts for nothing. */
  group: z.unknown().optional(),
})
