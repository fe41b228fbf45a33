import * as z from 'zod'
import { appealContract } from '../appeal/contract.ts'
import { filedChannels } from '../appeal/names.ts'
import { appealRow } from '../appeal/row/contract.ts'
import { type Actions, cursor, next, words } from '../fields.ts'
import { peopleLimits } from '../people/limits.ts'
import { claimCode, phoneNumber } from './filing.ts'

const submit = appealContract['appeal.submit']

export const filingContract = {
  /** 代报: the same as 提交, for somebody else; how they can be reached goes into a store of its own. */
  'appeal.submitFor': {
    write: true,
    input: z
      .strictObject({
        ...submit.input.shape,
        channel: z.enum(filedChannels, 'FIELD_INVALID'),
        nickname: words(peopleLimits.nickname).default(''),
        phone: z
          .string('PHONE_INVALID')
          .trim()
          .regex(phoneNumber, 'PHONE_INVALID')
          .or(z.literal(''))
          .default(''),
      })
      .refine((input) => input.text !== '' || input.photos.length > 0 || input.voice, 'NOTHING_SAID'),
    /** With the code by which the person may claim it. */
    output: submit.output.extend({ code: z.string() }),
  },
  /** 我代报的, newest first; with the code while nobody has claimed it. */
  'filing.list': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(appealRow.extend({ code: z.string().optional() })), next }),
  },
  /** 认领: who was spoken for has it on their own phone from now on. */
  'filing.claim': {
    write: true,
    input: z.strictObject({ code: z.string('CLAIM_NOT_FOUND').regex(claimCode, 'CLAIM_NOT_FOUND') }),
    output: z.object({ id: z.string() }),
  },
} as const satisfies Actions
