import { collection } from './collection.ts'

/** Who said that they don't come to a muster: 来 is a claim, 不来 is one of these. */
export interface Decline {
  /** Task and person: said twice is said once. */
  _id: string
  task: string
  at: number
}

export const declines = collection<Decline>('declines')

export const declineId = (taskId: string, personId: string): string => `${taskId}-${personId}`

export const countDeclines = (taskId: string): Promise<number> => declines.count({ task: taskId })
