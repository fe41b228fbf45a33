import * as z from 'zod'

const sample = z.object({
  id: z.string(),
  kind: z.string(),
  trade: z.string(),
  text: z.string(),
  category: z.string(),
  urgency: z.string().optional(),
  communityCode: z.string().nullish(),
  districtCode: z.string().nullish(),
  expected: z.object({ body: z.string(), trade: z.string().nullish() }).partial().optional(),
  relief: z
    .object({
      platform: z.string(),
      orderNo: z.string(),
      occurredAt: z.string(),
      fineYuan: z.number(),
      cause: z.string(),
    })
    .optional(),
})

/** An appeal as data/appeals-sample.json has it. What is wrong in it is for the functions to refuse, not for us. */
export type Sample = z.output<typeof sample>

/** Reads a file of samples; refuses what is not a list of them, naming the entry. */
export function samplesFrom(text: string): Sample[] {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new Error('The file of appeals is not JSON.')
  }
  const result = z.array(sample).safeParse(content)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(
    `The file of appeals is not in the shape of the sample: ${issue?.path.join('.')} ${issue?.message}`,
  )
}
