import { uploadFile } from './call.h5'
import { caller } from './caller'

// Photos and recordings are too big for local storage.
let opened: Promise<IDBDatabase> | undefined
function shelf(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('fengming', 2)
    request.onupgradeneeded = () => {
      for (const old of request.result.objectStoreNames) request.result.deleteObjectStore(old)
      request.result.createObjectStore('files')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function onShelf<T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const request = work((await shelf()).transaction('files', mode).objectStore('files'))
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

// Several people may share the browser of the preview.
const keyOf = (name: string) => `${caller}/${name}`
const read = (name: string): Promise<Blob | undefined> =>
  onShelf('readonly', (files) => files.get(keyOf(name)))

/** Keeps a file on the phone until the function has it. */
export async function keepFile(name: string, file: Blob): Promise<void> {
  await onShelf('readwrite', (files) => files.put(file, keyOf(name)))
}

const shown = new Map<string, string>()

/** Where a kept file can be shown or played from; undefined when the phone no longer has it. */
export async function keptUrl(name: string): Promise<string | undefined> {
  const known = shown.get(name)
  if (known) return known
  const file = await read(name).catch(() => undefined)
  if (!file) return undefined
  const url = URL.createObjectURL(file)
  shown.set(name, url)
  return url
}

export async function dropFile(name: string): Promise<void> {
  const url = shown.get(name)
  if (url) URL.revokeObjectURL(url)
  shown.delete(name)
  await onShelf('readwrite', (files) => files.delete(keyOf(name)))
}

/** Takes all files of this person off the phone. */
export async function dropAllFiles(): Promise<void> {
  for (const url of shown.values()) URL.revokeObjectURL(url)
  shown.clear()
  await onShelf('readwrite', (files) => files.delete(IDBKeyRange.bound(keyOf(''), keyOf('\uffff'))))
}

/** Sends a kept file up; gives its file id, undefined when the phone no longer has it. */
export async function uploadKept(name: string, cloudPath: string): Promise<string | undefined> {
  const file = await read(name).catch(() => undefined)
  return file && uploadFile(cloudPath, file)
}
