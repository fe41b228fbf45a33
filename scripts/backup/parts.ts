import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip, gzipSync } from 'node:zlib'
import { type FilePart, writeFully } from './manifest.ts'

/** A file is ended after so many bytes of text: as much is read again after a backup was broken off. */
export const partBytes = 32 * 1024 * 1024

/** A file of lines that grows page by page: each page is packed by itself, so that no more than one is held. */
export class PartWriter {
  private readonly folder: string
  private readonly file: string
  private readonly descriptor: number
  private readonly hash = createHash('sha256')
  private bytes = 0
  private documents = 0
  private first = ''
  private last = ''
  /** Bytes of text so far. */
  text = 0

  constructor(folder: string, file: string) {
    this.folder = folder
    this.file = file
    this.descriptor = openSync(join(folder, `${file}.part`), 'w', 0o600)
  }

  add(lines: readonly { id: string; text: string }[]): void {
    if (lines.length === 0) return
    const plain = Buffer.from(lines.map(({ text }) => `${text}\n`).join(''))
    const packed = gzipSync(plain)
    writeFully(this.descriptor, packed)
    this.hash.update(packed)
    this.bytes += packed.length
    this.text += plain.length
    if (this.documents === 0) this.first = lines[0]?.id ?? ''
    this.documents += lines.length
    this.last = lines.at(-1)?.id ?? ''
  }

  /** The file is whole and on the disk: only now it has its name. */
  end(): FilePart {
    fsyncSync(this.descriptor)
    closeSync(this.descriptor)
    renameSync(join(this.folder, `${this.file}.part`), join(this.folder, this.file))
    const { file, documents, bytes, first, last } = this
    return { file, documents, bytes, sha256: this.hash.digest('hex'), first, last }
  }

  /** Nobody needs it any more; what was written stays under a name that means nothing. */
  drop(): void {
    closeSync(this.descriptor)
  }
}

/** The lines of a file, one after another. Only a line feed ends one: people's words may hold other separators. */
export async function* linesOf(folder: string, { file }: Pick<FilePart, 'file'>): AsyncGenerator<string> {
  const packed = createReadStream(join(folder, file))
  const plain = packed.pipe(createGunzip({ chunkSize: 512 * 1024 }))
  packed.on('error', (error) => plain.destroy(error))
  let open: Buffer[] = []
  for await (const piece of plain as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      open.push(piece.subarray(from, end))
      yield Buffer.concat(open).toString('utf8')
      open = []
      from = end + 1
    }
    if (from < piece.length) open.push(piece.subarray(from))
  }
  if (open.length > 0) throw new Error(`${file} ends in the middle of a line`)
}

/** The digest of a file as it lies there. */
export async function digestOfFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer)
    bytes += (piece as Buffer).length
  }
  return { sha256: hash.digest('hex'), bytes }
}
