import { countAll, pageOf, pageWith, RequestFailed, withIds } from '../../cloudfunctions/store/documents.ts'
import { patiently } from './patient.ts'
import { type Line, lineOf } from './texts.ts'

/** How a backup reads; tests put their own between. */
export interface Reading {
  count(collection: string): Promise<number>
  /** By id from `after` on; empty at the end, and only there. */
  page(collection: string, after: string, limit: number): Promise<Line[]>
  /** All documents whose field holds a value. */
  all(collection: string, field: string, value: string): Promise<Line[]>
  withIds(collection: string, ids: readonly string[]): Promise<Line[]>
}

const lines = (texts: readonly string[]) => texts.map(lineOf)

/** Reads through wx-server-sdk. */
export const reading: Reading = {
  count: (collection) => patiently(() => countAll(collection)),
  async page(collection, after, limit) {
    try {
      return lines(await patiently(() => pageOf(collection, after, limit)))
    } catch (error) {
      // What the cloud refuses as too large may go in smaller pages.
      const tooLarge = error instanceof RequestFailed && /REQUEST_FAILED|TIMEOUT|EXCEED/i.test(error.code)
      if (!tooLarge || limit === 1) throw error
      return reading.page(collection, after, Math.ceil(limit / 8))
    }
  },
  async all(collection, field, value) {
    const found: Line[] = []
    for (;;) {
      const after = found.at(-1)?.id ?? ''
      const some = lines(await patiently(() => pageWith(collection, field, value, after, 100)))
      if (some.length === 0) return found
      found.push(...some)
    }
  },
  withIds: async (collection, ids) => lines(await patiently(() => withIds(collection, ids))),
}

/** No page shall hold much more text than this, so far as it can be foreseen. */
const pageBytes = 1024 * 1024

/** How many documents to ask for next, after a page. */
export function nextLimit(page: readonly Line[], most = 1_000): number {
  const bytes = page.reduce((sum, { text }) => sum + text.length, 0)
  if (bytes === 0) return most
  return Math.max(1, Math.min(most, Math.floor((pageBytes * page.length) / bytes)))
}
