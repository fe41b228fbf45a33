import { collection } from './collection.ts'

/** What a photo served as proof of first: found by the digest of the photo itself. */
export interface Print {
  /** SHA-256 of the bytes as they were uploaded. */
  _id: string
  /** The appeal or the claim that it showed. */
  use: string
  /** A mark of who handed it in, by which nobody is recognised. */
  by: string
  at: number
  /** The organisation that alone may know of it; absent of what is not confidential. */
  confidentialTo?: string
  title: string
  /** Absent where nobody but who handles it may see it. */
  photo?: string
}

export const prints = collection<Print>('prints')
