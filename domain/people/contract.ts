import * as z from 'zod'
import { appealRow } from '../appeal/row/contract.ts'
import { type Actions, cursor, id, named, next, nothing, oneOf, said, time, words } from '../fields.ts'
import { auditedActions } from './audit.ts'
import { peopleLimits } from './limits.ts'
import { organisationKinds, roleNames, tradeNames } from './roles.ts'

const organisation = named.extend({ kind: z.enum(organisationKinds) })
export const hat = z.object({ id: z.string(), role: oneOf(roleNames), title: z.string(), organisation })

const self = z.object({
  personId: z.string(),
  trade: oneOf(tradeNames).optional(),
  nickname: z.string().optional(),
  /** Where they registered; absent: not registered yet. */
  community: named.optional(),
  hats: z.array(hat),
})
export const profile = z.object({
  trade: oneOf(tradeNames).optional(),
  nickname: z.string().optional(),
  platform: z.string().optional(),
  community: named.optional(),
  consent: z.object({ version: z.number().int(), at: time }).optional(),
  /** Their own number, as only they see it here. */
  phone: z.string().optional(),
  createdAt: time,
})
export const look = z.object({
  id: z.string(),
  /** Organisation and title of who looked. */
  who: z.string(),
  appeal: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  reason: z.string(),
  at: time,
})

const token = z.string().regex(/^[0-9a-f]{32}$/)
const invitation = z.object({
  token,
  role: oneOf(roleNames),
  title: z.string().optional(),
  organisation,
  /** When the appointment will end; absent: open-ended. */
  until: time.optional(),
  by: z.string(),
  createdAt: time,
  expiresAt: time,
})
export const invitationStates = ['open', 'accepted', 'revoked', 'expired'] as const
export const appointmentRow = z.object({
  personId: z.string(),
  nickname: z.string().optional(),
  appointmentId: z.string(),
  role: oneOf(roleNames),
  title: z.string().optional(),
  organisation,
  until: time.optional(),
})
export const auditRow = z.object({
  id: z.string(),
  action: z.enum(auditedActions),
  who: z.string(),
  actorId: z.string(),
  organisation: named,
  words: z.string(),
  at: time,
})

export const peopleContract = {
  'person.me': { write: false, input: nothing, output: self },
  'person.home': {
    write: false,
    input: nothing,
    output: self.extend({
      moving: z.array(appealRow),
      /** More are moving than are listed. */
      more: z.boolean(),
    }),
  },
  'person.profile': { write: false, input: nothing, output: profile },
  'person.register': {
    write: true,
    input: z.strictObject({
      nickname: said(peopleLimits.nickname),
      trade: oneOf(tradeNames),
      platform: words(peopleLimits.platform).default(''),
      communityId: id,
      consentVersion: z.number().int(),
    }),
    output: z.object({ community: named }),
  },
  'person.savePhone': {
    write: true,
    /** From WeChat's own button; only WeChat can turn it into a number. */
    input: z.strictObject({ code: z.string().min(1).max(200) }),
    output: z.object({ phone: z.string() }),
  },
  'person.removePhone': { write: true, input: nothing, output: nothing },
  'person.looks': {
    write: false,
    input: z.strictObject({ cursor }),
    output: z.object({ rows: z.array(look), next }),
  },
  'administrator.setUp': {
    write: true,
    input: z.strictObject({ code: z.string().trim().min(1, 'TEXT_EMPTY').max(40) }),
    output: z.object({ hat }),
  },
  'invitation.create': {
    write: true,
    input: z.strictObject({
      organisationId: id,
      role: oneOf(roleNames),
      title: words(peopleLimits.title).default(''),
      until: time.optional(),
    }),
    output: z.object({ token, expiresAt: time }),
  },
  'invitation.list': {
    write: false,
    input: z.strictObject({ organisationId: id, cursor }),
    output: z.object({ rows: z.array(invitation), next }),
  },
  'invitation.picture': {
    write: false,
    input: z.strictObject({ token }),
    output: z.object({ url: z.string() }),
  },
  'invitation.view': {
    write: false,
    input: z.strictObject({ token }),
    output: invitation.extend({ state: z.enum(invitationStates), mine: z.boolean() }),
  },
  'invitation.accept': { write: true, input: z.strictObject({ token }), output: z.object({ hat }) },
  'invitation.revoke': { write: true, input: z.strictObject({ token }), output: nothing },
  'appointment.list': {
    write: false,
    input: z.strictObject({
      /** Of this organisation and all below it. */
      organisationId: id,
      /** Part of a nickname. */
      text: words(peopleLimits.nickname).default(''),
      role: oneOf(roleNames).optional(),
      cursor,
    }),
    output: z.object({ rows: z.array(appointmentRow), next }),
  },
  'appointment.end': {
    write: true,
    input: z.strictObject({ personId: id, appointmentId: id, words: said(peopleLimits.reason) }),
    output: nothing,
  },
  'audit.list': {
    write: false,
    input: z.strictObject({
      organisationId: id,
      action: z.enum(auditedActions).optional(),
      actorId: id.optional(),
      /** From this moment on. */
      since: time.optional(),
      cursor,
    }),
    output: z.object({ rows: z.array(auditRow), next }),
  },
} as const satisfies Actions
