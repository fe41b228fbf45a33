import { createHash, createHmac, randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Refused } from '../refused.ts'

/** No file above this is taken. */
export const MOST_BYTES = 20 * 1024 * 1024

export interface StoredFile {
  bytes: Buffer
  type: string
}

interface Entry {
  type: string
  /** Who may overwrite it; absent when a function wrote it. */
  owner?: string
}

/**
 * Files of the cloud: kept in a folder, or in memory without one. A file is named by its cloud path; its
 * id is `cloud://<env>.<bucket>/<path>`.
 */
export class Files {
  private readonly folder: string | undefined
  private readonly prefix: string
  private readonly key = randomBytes(32)
  private readonly memory = new Map<string, StoredFile & Entry>()

  /** `fresh` forgets the files that the folder holds. */
  constructor(folder: string | undefined, env: string, fresh = false) {
    this.folder = folder
    this.prefix = `cloud://${env}.local/`
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (!fresh) return
    for (const name of readdirSync(folder)) if (ownName.test(name)) rmSync(path.join(folder, name))
  }

  idOf(cloudPath: string): string {
    return this.prefix + cloudPath
  }

  /** The path in a file id of any environment; undefined when it is no file id. */
  pathOf(fileID: string): string | undefined {
    return /^cloud:\/\/[^/]+\/(.+)$/s.exec(fileID)?.[1]
  }

  /**
   * Stores a file. With `owner` (an upload from a phone) a file of another owner, or of a function, may
   * not be overwritten; a function may overwrite all.
   */
  put(cloudPath: string, bytes: Buffer, type: string, owner?: string): string {
    if (cloudPath === '' || cloudPath.length > 850 || cloudPath.startsWith('/') || cloudPath.includes('//')) {
      throw new Refused(400, `not a cloud path: ${cloudPath}`)
    }
    if (bytes.length > MOST_BYTES) throw new Refused(413, `file is larger than ${MOST_BYTES} bytes`)
    const old = this.entry(cloudPath)
    if (owner !== undefined && old && old.owner !== owner)
      throw new Refused(403, 'file belongs to someone else')
    const entry: Entry = { type, owner: owner ?? old?.owner }
    if (!this.folder) this.memory.set(cloudPath, { bytes, ...entry })
    else {
      const place = this.place(this.folder, cloudPath)
      writeWhole(`${place}.bin`, bytes)
      writeWhole(`${place}.json`, Buffer.from(JSON.stringify({ path: cloudPath, ...entry })))
    }
    return this.idOf(cloudPath)
  }

  /** Lets whoever holds it read or write one file for some seconds, as the signed links of the real cloud do. */
  sign(what: 'get' | 'put', cloudPath: string, seconds: number): string {
    const until = Math.floor(Date.now() / 1000 + seconds).toString(36)
    return `${until}.${this.mac(what, cloudPath, until)}`
  }

  isSigned(what: 'get' | 'put', cloudPath: string, signature: string | null | undefined): boolean {
    const [until = '', mac] = signature?.split('.') ?? []
    return Number.parseInt(until, 36) >= Date.now() / 1000 && mac === this.mac(what, cloudPath, until)
  }

  private mac(what: string, cloudPath: string, until: string): string {
    return createHmac('sha256', this.key).update(`${what} ${until} ${cloudPath}`).digest('base64url')
  }

  has(cloudPath: string): boolean {
    return this.entry(cloudPath) !== undefined
  }

  get(cloudPath: string): StoredFile | undefined {
    if (!this.folder) return this.memory.get(cloudPath)
    const entry = this.entry(cloudPath)
    if (!entry) return undefined
    return { type: entry.type, bytes: readFileSync(`${this.place(this.folder, cloudPath)}.bin`) }
  }

  remove(cloudPath: string): boolean {
    if (!this.has(cloudPath)) return false
    if (!this.folder) return this.memory.delete(cloudPath)
    const place = this.place(this.folder, cloudPath)
    rmSync(`${place}.json`)
    rmSync(`${place}.bin`, { force: true })
    return true
  }

  private entry(cloudPath: string): Entry | undefined {
    if (!this.folder) return this.memory.get(cloudPath)
    const place = `${this.place(this.folder, cloudPath)}.json`
    if (!statSync(place, { throwIfNoEntry: false })) return undefined
    return JSON.parse(readFileSync(place, 'utf8')) as Entry
  }

  /** Named by a hash (`ownName`), so that no cloud path can lead out of the folder. */
  private place(folder: string, cloudPath: string): string {
    return path.join(folder, createHash('sha256').update(cloudPath).digest('hex'))
  }
}

const ownName = /^[0-9a-f]{64}\.(bin|json)(\.new)?$/

/** A file is there whole or not at all, also when the process dies. */
function writeWhole(file: string, bytes: Buffer): void {
  writeFileSync(`${file}.new`, bytes)
  renameSync(`${file}.new`, file)
}
