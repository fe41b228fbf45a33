import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Stop } from '../deploy/stop.ts'

/** The form of the folder; a newer one is refused. */
export const form = 1

const filePart = z.object({
  /** Its name in the folder. */
  file: z.string().regex(/^[A-Za-z][\w.-]*\.jsonl\.gz$/),
  documents: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ids of its first and last document. */
  first: z.string(),
  last: z.string(),
})

const part = z.object({
  files: z.array(filePart),
  /** All was read. */
  whole: z.boolean(),
  /** How many documents the collection was said to hold when it was begun, and when it was done. */
  counted: z.tuple([z.int(), z.int()]).optional(),
})

const described = z.object({
  form: z.int(),
  /** Version of the product that wrote it. */
  version: z.string(),
  /** Id of the cloud environment, or `local`. */
  from: z.string(),
  startedAt: z.string(),
  /** Null while it is not whole. */
  endedAt: z.string().nullable(),
  /** In the order in which they were read. */
  collections: z.record(z.string(), part),
  /** What moved while it was read, read again (ledger.ts): lines `{collection, document}`. */
  changed: part,
})

export type FilePart = z.infer<typeof filePart>
export type Part = z.infer<typeof part>
export type Manifest = z.infer<typeof described>

/** How many documents its files hold. */
export const documentsOf = ({ files }: Part): number =>
  files.reduce((sum, { documents }) => sum + documents, 0)

const name = 'manifest.json'
const digestOf = (manifest: object) => createHash('sha256').update(JSON.stringify(manifest)).digest('hex')

/** The manifest of a folder; undefined where there is none. Stops when it is damaged, or of a newer form. */
export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, name)
  if (!existsSync(file)) return undefined
  const damaged = new Stop(`${file} is damaged`, 'take another copy of this backup')
  let read: Record<string, unknown>
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch {
    throw damaged
  }
  if (typeof read.form === 'number' && read.form > form)
    throw new Stop(
      `${file} has form ${read.form}, and this version knows only ${form}`,
      `use the version of the product that wrote it (${String(read.version)}), or a newer one`,
    )
  const { digest, ...rest } = read
  const parsed = described.safeParse(rest)
  if (digest !== digestOf(rest) || !parsed.success) throw damaged
  return parsed.data
}

/** Writes it whole or not at all, also when the machine stops. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const whole = { ...manifest, digest: digestOf(manifest) }
  writeWhole(join(folder, name), Buffer.from(`${JSON.stringify(whole, null, 2)}\n`))
}

/** A file is there whole or not at all, readable by nobody else. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const made = openSync(`${file}.new`, 'w', 0o600)
  try {
    writeFully(made, bytes)
    fsyncSync(made)
  } finally {
    closeSync(made)
  }
  renameSync(`${file}.new`, file)
}

/** All bytes; the system may take only some at a time. */
export function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}
