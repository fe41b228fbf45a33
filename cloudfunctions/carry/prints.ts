import { createHash } from 'node:crypto'
import { digest } from '../../domain/appeal/log.ts'
import type { Cause } from '../../domain/points/cause.ts'
import type { Reused } from '../../domain/points/flags.ts'
import { temporaryUrls } from '../store/files.ts'
import { type Print, prints } from '../store/prints.ts'

/**
 * Which photos of a cause showed something else before. The phone is not asked: each photo is fetched as it was
 * uploaded and hashed here, and the first use of a hash is kept. Two look-ups that meet find one first use. Only the
 * timer has the time for it.
 */
export async function reusedBy(cause: Cause): Promise<Reused[]> {
  const photos = cause.evidence?.photos ?? []
  if (photos.length === 0) return []
  const urls = await temporaryUrls(photos)
  const reused = await Promise.all([...urls].map(([photo, url]) => look(cause, photo, url)))
  return reused.filter((each) => each !== undefined)
}

async function look(cause: Cause, photo: string, url: string): Promise<Reused | undefined> {
  const hash = await hashOf(url)
  if (hash === undefined) return undefined
  const print = printOf(cause, photo, hash)
  const first = (await prints.add(print)) ? print : await prints.get(hash)
  if (!first || first.use === print.use) return undefined
  if (first.confidentialTo !== print.confidentialTo) return { photo }
  const { title, at, by } = first
  return {
    photo,
    before: { title, at, own: by === print.by, ...(first.photo !== undefined && { photo: first.photo }) },
  }
}

function printOf(cause: Cause, photo: string, hash: string): Print {
  const { key, personId, title, at, doneAt = at, evidence } = cause
  const { confidentialTo } = evidence ?? {}
  return {
    _id: hash,
    // An appeal that is closed again, or work that is judged again, is the same use: what it is, not how it ended.
    use: key.split(':').slice(0, 2).join(':'),
    by: digest(`print>${personId}`).slice(0, 16),
    at: doneAt,
    ...(confidentialTo === undefined ? { title, photo } : { confidentialTo, title: '一条保密的线索' }),
  }
}

/** The hash of a file; undefined where there is none, so that what never arrived stands in nobody's way. */
async function hashOf(url: string): Promise<string | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) })
  if (answer.status >= 400 && answer.status < 500) return undefined
  if (!answer.ok) throw new Error(`a photo could not be read: ${answer.status}`)
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex')
}

/** How long a photo is waited for, in milliseconds; then the timer tries again later. */
const patience = 8_000
