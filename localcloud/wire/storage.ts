import type { Files } from '../storage/files.ts'
import type { Parameters } from './database.ts'
import { WireError } from './errors.ts'

/** More files in one request than this are refused. */
const MOST_FILES = 50

/** A link to a file is good for two hours unless the function wants something else. */
const USUAL_SECONDS = 7200

/** File actions of the wire; `url` is where this server is reached. */
export const storageActions: Record<string, (parameters: Parameters, files: Files, url: string) => object> = {
  'storage.getUploadMetadata': ({ path }, files, url) => {
    if (typeof path !== 'string' || path === '') throw new WireError('INVALID_PARAM', 'path must be text')
    const fileId = files.idOf(path)
    return {
      data: {
        url: `${url}/files/${encodePath(path)}`,
        token: 'local',
        authorization: files.sign('put', path, 900),
        fileId,
        cosFileId: encodeURIComponent(fileId),
        download_url: `${url}/files/${encodePath(path)}`,
      },
    }
  },

  'storage.batchGetDownloadUrl': ({ file_list }, files, url) => {
    const list = listOf(file_list).map((item) => (typeof item === 'object' && item ? item : { fileid: item }))
    return {
      data: {
        download_list: list.map((item) => {
          const { fileid, max_age } = item as { fileid?: unknown; max_age?: unknown }
          const fileID = String(fileid)
          const path = files.pathOf(fileID)
          const found = path !== undefined && files.has(path)
          if (!found) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
          const seconds = typeof max_age === 'number' ? max_age : USUAL_SECONDS
          const link = `${url}/files/${path.replace(/[?#]/g, encodeURIComponent)}`
          return {
            code: 'SUCCESS',
            fileID,
            tempFileURL: `${link}?sign=${files.sign('get', path, seconds)}`,
            maxAge: max_age,
          }
        }),
      },
    }
  },

  'storage.batchDeleteFile': ({ fileid_list }, files) => ({
    data: {
      delete_list: listOf(fileid_list).map((item) => {
        const fileID = String(item)
        const path = files.pathOf(fileID)
        const gone = path !== undefined && files.remove(path)
        return { fileID, code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
      }),
    },
  }),
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length > MOST_FILES) {
    throw new WireError('INVALID_PARAM', `a list of at most ${MOST_FILES} files is wanted`)
  }
  return value
}

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/')
