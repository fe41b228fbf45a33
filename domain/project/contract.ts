import * as z from 'zod'
import { limits } from '../appeal/limits.ts'
import { appealRow } from '../appeal/row/contract.ts'
import { type Actions, cursor, id, named, next, oneOf, photoFile, said, time, words } from '../fields.ts'
import { projectLimits } from './limits.ts'
import { projectStates } from './project.ts'

const milestone = z.object({ name: z.string(), by: time, doneAt: time.nullable() })
const milestones = z
  .array(z.strictObject({ name: said(projectLimits.milestone), by: time, done: z.boolean().default(false) }))
  .max(projectLimits.milestones, 'FIELD_INVALID')
const appealIds = z.array(id).max(projectLimits.added, 'TOO_MANY_AT_ONCE')

export const projectRow = z.object({
  id: z.string(),
  title: z.string(),
  lead: named,
  state: oneOf(projectStates),
  /** How many appeals belong to it. */
  count: z.number().int(),
  milestones: z.array(milestone),
  progress: z.string(),
  progressAt: time,
})
export const projectView = projectRow.extend({
  version: z.number().int(),
  /** Whether this hat may change it. */
  mayLead: z.boolean(),
  /** Appeals that are on their way in, out, or to their end. */
  pending: z.number().int(),
})
const done = z.object({ id: z.string() })

export const projectContract = {
  'project.list': {
    write: false,
    input: z.strictObject({ state: oneOf(projectStates).default('open'), cursor }),
    output: z.object({ rows: z.array(projectRow), next }),
  },
  'project.view': { write: false, input: z.strictObject({ id }), output: projectView },
  'project.appeals': {
    write: false,
    input: z.strictObject({ id, cursor }),
    output: z.object({ rows: z.array(appealRow), next }),
  },
  /** What everybody may read: no appeal, no person. */
  'project.public': { write: false, input: z.strictObject({ id }), output: projectRow },
  /** An appeal by what people quote, among those that this hat may see. */
  'project.find': {
    write: false,
    input: z.strictObject({ number: z.string().regex(/^\d{4}-\d{6}$/, 'NUMBER_INVALID') }),
    output: z.object({ found: z.array(appealRow) }),
  },
  'project.create': {
    write: true,
    input: z.strictObject({
      title: said(projectLimits.title),
      progress: words(projectLimits.progress).default(''),
      milestones: milestones.default([]),
      appealIds: appealIds.default([]),
    }),
    output: done,
  },
  'project.add': {
    write: true,
    input: z.strictObject({ id, appealIds: appealIds.min(1, 'FIELD_INVALID') }),
    output: done,
  },
  'project.remove': { write: true, input: z.strictObject({ id, appealId: id }), output: done },
  'project.progress': {
    write: true,
    input: z.strictObject({
      id,
      version: z.number().int().positive(),
      progress: said(projectLimits.progress),
      milestones,
    }),
    output: done,
  },
  'project.close': {
    write: true,
    input: z.strictObject({
      id,
      version: z.number().int().positive(),
      words: said(limits.note),
      photos: z.array(photoFile).max(limits.photos, 'TOO_MANY_PHOTOS').default([]),
    }),
    output: done,
  },
} as const satisfies Actions
