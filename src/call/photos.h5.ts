import { uploadFile } from './call.h5'
import { withoutExif } from './jpeg'
import { randomHex } from './random'
import { Refused } from './refused'

const longestEdge = 1600
const quality = 0.82

/** Takes or chooses photos and keeps them on the phone, small and without EXIF. Gives their ids; none if called off. */
export async function choosePhotos(count: number, from: 'camera' | 'any'): Promise<string[]> {
  const chosen = await askFor(count, from)
  const ids: string[] = []
  for (const file of chosen.slice(0, count)) {
    const id = randomHex(32)
    await write(id, await compress(file))
    ids.push(id)
  }
  return ids
}

function askFor(count: number, from: 'camera' | 'any'): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = count > 1
  if (from === 'camera') input.setAttribute('capture', 'environment')
  input.style.display = 'none'
  document.body.append(input)
  return new Promise((resolve) => {
    const done = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    input.click()
  })
}

/** Drawn anew, so that nothing but the picture is left of the file. */
async function compress(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Refused('PHOTO_NOT_FOUND', '这张照片打不开，没有收下。请换一张。')
  })
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!drawn) throw new Refused('PHOTO_NOT_FOUND', '这张照片打不开，没有收下。请换一张。')
  const bytes = withoutExif(new Uint8Array(await drawn.arrayBuffer()))
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' })
}

// Photos are too big for local storage.
let opened: Promise<IDBDatabase> | undefined
function shelf(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('fengming', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('photos')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function onShelf<T>(
  mode: IDBTransactionMode,
  work: (photos: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const request = work((await shelf()).transaction('photos', mode).objectStore('photos'))
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

const write = (id: string, photo: Blob) => onShelf('readwrite', (photos) => photos.put(photo, id))
const read = (id: string): Promise<Blob | undefined> => onShelf('readonly', (photos) => photos.get(id))

const shown = new Map<string, string>()

/** Where a kept photo can be shown from; undefined when the phone no longer has it. */
export async function keptPhoto(id: string): Promise<string | undefined> {
  const known = shown.get(id)
  if (known) return known
  const photo = await read(id).catch(() => undefined)
  if (!photo) return undefined
  const url = URL.createObjectURL(photo)
  shown.set(id, url)
  return url
}

export async function dropPhoto(id: string): Promise<void> {
  const url = shown.get(id)
  if (url) URL.revokeObjectURL(url)
  shown.delete(id)
  await onShelf('readwrite', (photos) => photos.delete(id))
}

/** Sends a kept photo up, under its owner; gives its file id. */
export async function uploadPhoto(id: string, personId: string): Promise<string> {
  const photo = await read(id)
  if (!photo) throw new Refused('PHOTO_NOT_FOUND')
  return uploadFile(`photos/${personId}/${id}.jpg`, photo)
}
