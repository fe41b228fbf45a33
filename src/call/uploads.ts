import { dropFile, uploadKept } from './kept'
import { Refused } from './refused'
import { forget, keep, recall } from './storage'

const sentKey = (name: string) => `sent:${name}`
const missing = { photos: 'PHOTO_NOT_FOUND', voices: 'VOICE_NOT_FOUND' } as const

/** Sends a kept file up under the name that it has on the phone, unless it is up already; gives its file id. */
export async function uploadOnce(folder: keyof typeof missing, name: string): Promise<string> {
  const known = recall<string>(sentKey(name))
  if (known) return known
  const fileId = await uploadKept(name, `${folder}/${name}`)
  if (!fileId) throw new Refused(missing[folder])
  keep(sentKey(name), fileId)
  return fileId
}

/** The cloud says that it does not have the file: it must go up again. */
export const forgetUpload = (name: string): void => forget(sentKey(name))

/** Takes a file off the phone, with what is known of it. */
export function dropSent(name: string): void {
  forgetUpload(name)
  dropFile(name).catch(() => {
    // It may lie there; nothing asks for it any more.
  })
}
