import { Failed } from './answer.ts'

export const userFolder = 'wxfile://usr'
const temporary = 'wxfile://tmp'

/**
 * The files of one phone. They are read at once, as WeChat's are, and written to the browser's own store behind
 * that, so that closing the app loses none; temporary ones are gone then.
 */
export class Files {
  private readonly files = new Map<string, Uint8Array<ArrayBuffer>>()
  private readonly folders = new Set<string>([userFolder])
  private readonly urls = new Map<string, string>()
  private made = 0

  private constructor(private readonly store: IDBDatabase) {}

  static async open(): Promise<Files> {
    const opening = indexedDB.open('phone', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('files')
    const files = new Files(await done(opening))
    const store = files.store.transaction('files').objectStore('files')
    const [paths, contents] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
    for (const [index, path] of paths.entries()) {
      files.files.set(String(path), contents[index])
      files.folders.add(folderOf(String(path)))
    }
    return files
  }

  read(path: string): Uint8Array<ArrayBuffer> {
    const file = this.files.get(path)
    if (!file) throw new Failed(`no such file or directory, open ${path}`)
    return file
  }
  has(path: string): boolean {
    return this.files.has(path) || this.folders.has(path)
  }
  write(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (!this.folders.has(folderOf(path))) throw new Failed(`no such file or directory, open ${path}`)
    this.forgetUrl(path)
    this.files.set(path, bytes)
    this.keep((store) => store.put(bytes, path))
  }
  makeFolder(path: string): void {
    if (this.folders.has(path)) throw new Failed(`file already exists, mkdir ${path}`)
    this.folders.add(path)
  }
  removeFolder(path: string): void {
    if (!this.folders.delete(path)) throw new Failed(`no such file or directory, rmdir ${path}`)
    for (const file of [...this.files.keys()]) if (file.startsWith(`${path}/`)) this.remove(file)
  }
  remove(path: string): void {
    if (!this.files.delete(path)) throw new Failed(`no such file or directory, unlink ${path}`)
    this.forgetUrl(path)
    this.keep((store) => store.delete(path))
  }
  /** A file that lives until the app is closed. */
  async temporary(content: Blob, ending: string): Promise<string> {
    const path = `${temporary}/${++this.made}.${ending}`
    this.files.set(path, new Uint8Array(await content.arrayBuffer()))
    return path
  }

  /** Where the browser can show or play from: files of the phone, of the cloud, of the network. */
  urlOf(path: string): string {
    if (path.startsWith('cloud://')) return `/stored?id=${encodeURIComponent(path)}`
    if (!path.startsWith('wxfile://')) return path
    const known = this.urls.get(path)
    if (known) return known
    const url = URL.createObjectURL(new Blob([this.read(path)]))
    this.urls.set(path, url)
    return url
  }

  private forgetUrl(path: string) {
    const url = this.urls.get(path)
    if (url) URL.revokeObjectURL(url)
    this.urls.delete(path)
  }
  private keep(work: (store: IDBObjectStore) => void) {
    work(this.store.transaction('files', 'readwrite').objectStore('files'))
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

interface Written {
  filePath: string
  data: ArrayBuffer | string
  success?: () => void
  fail?: (error: { errMsg: string }) => void
}

/** WeChat's FileSystemManager, as far as it is used. */
export function fileSystem(files: Files) {
  const bytesOf = (data: ArrayBuffer | string) =>
    typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data.slice(0))
  return {
    accessSync(path: string) {
      if (!files.has(path)) throw new Failed(`access:fail no such file or directory ${path}`)
    },
    mkdirSync: (path: string) => files.makeFolder(path),
    rmdirSync: (path: string) => files.removeFolder(path),
    unlinkSync: (path: string) => files.remove(path),
    copyFileSync: (from: string, to: string) => files.write(to, files.read(from)),
    writeFileSync: (path: string, data: ArrayBuffer | string) => files.write(path, bytesOf(data)),
    readFileSync: (path: string) => files.read(path).slice().buffer,
    writeFile({ filePath, data, success, fail }: Written) {
      try {
        files.write(filePath, bytesOf(data))
        success?.()
      } catch (error) {
        fail?.({ errMsg: `writeFile:fail ${String(error)}` })
      }
    },
    readFile({ filePath, success }: { filePath: string; success: (result: { data: string }) => void }) {
      success({ data: new TextDecoder().decode(files.read(filePath)) })
    },
  }
}
