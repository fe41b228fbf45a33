import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

export interface AppFile {
  type: string
  body: Buffer
}

/**
 * Reads a file of the folder by its path in the address (still percent-encoded). A path that looks like a page
 * of the app rather than like a file gets index.html. Undefined for what isn't there or lies outside.
 */
export async function readAppFile(folder: string, encoded: string): Promise<AppFile | undefined> {
  const path = decode(encoded)
  if (path === undefined) return undefined
  const extension = extname(path).toLowerCase()
  const name = extension === '' ? 'index.html' : path
  const body = await readInside(folder, name)
  return body && { body, type: types[extname(name).toLowerCase()] ?? 'application/octet-stream' }
}

async function readInside(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    // Real paths, so that neither .. nor a symbolic link leads out of the folder.
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, name))])
    return file.startsWith(root + sep) ? await readFile(file) : undefined
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

function isAbsence(error: unknown): boolean {
  const absent = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']
  return error instanceof Error && 'code' in error && absent.includes(String(error.code))
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
