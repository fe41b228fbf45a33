import { caller } from './caller'
import { makeCall } from './door'
import { groupHeader } from './group.h5'
import { Refused } from './refused'

export { newAttempt } from './door'

const patience = 20_000

async function post(
  path: string,
  body: BodyInit,
  type: string,
  more: Record<string, string> = {},
): Promise<unknown> {
  if (!isOnline()) throw new Refused('OFFLINE')
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': type, 'x-wx-openid': caller, ...more },
      body,
      signal: giveUp.signal,
    })
    return await answer.json().catch(() => {
      throw new Refused('INTERNAL')
    })
  } catch (thrown) {
    throw thrown instanceof Refused ? thrown : new Refused('OFFLINE')
  } finally {
    clearTimeout(timer)
  }
}

export const call = makeCall((envelope) =>
  post('/call/api', JSON.stringify(envelope), 'application/json', groupHeader()),
)

/** Puts a photo into the cloud's storage; gives its file id. */
export async function uploadFile(cloudPath: string, photo: Blob): Promise<string> {
  const answer = await post(
    `/upload?path=${encodeURIComponent(cloudPath)}`,
    photo,
    photo.type || 'image/jpeg',
  )
  if (typeof answer === 'object' && answer && 'fileID' in answer) return String(answer.fileID)
  throw new Refused('INTERNAL')
}

// The frame of the preview can take the signal away.
let framed = true
const listeners = new Set<(online: boolean) => void>()
const tell = () => {
  for (const listener of listeners) listener(isOnline())
}
window.addEventListener('online', tell)
window.addEventListener('offline', tell)
window.addEventListener('message', ({ data, origin }: MessageEvent<{ type?: string; online?: boolean }>) => {
  if (origin !== window.location.origin || data?.type !== 'preview:network') return
  framed = data.online !== false
  tell()
})

if (window.parent !== window) window.parent.postMessage({ type: 'preview:ready' }, window.location.origin)

export const isOnline = (): boolean => framed && navigator.onLine

/** Tells of each change of the signal until the returned function is called. */
export function onSignal(listener: (online: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
