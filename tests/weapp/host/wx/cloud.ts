import { Failed, later } from './answer.ts'
import type { Files } from './files.ts'

/** Stands for what only WeChat's back end can read; it puts the data there on the way. */
export class CloudID {
  constructor(readonly cloudID: string) {}
}

const lost = () => new Failed('errCode: -1 | errMsg: request:fail')

/** `wx.cloud` on the local cloud: the same requests that the H5 build sends. */
export function cloud(openid: string, files: Files) {
  let begun = false
  const post = async (path: string, body: BodyInit, type: string, more: Record<string, string> = {}) => {
    if (!begun) throw new Failed('Cloud API isn’t enabled, call wx.cloud.init first')
    if (!navigator.onLine) throw lost()
    const headers = { 'content-type': type, 'x-wx-openid': openid, ...more }
    return fetch(path, { method: 'POST', headers, body }).catch(() => {
      throw lost()
    })
  }
  return {
    CloudID,
    init: () => {
      begun = true
    },
    callFunction: later('cloud.callFunction', async ({ name, data }: { name: string; data: object }) => {
      const opened = Object.entries(data).flatMap(([key, value]) =>
        value instanceof CloudID ? [[key, { data: JSON.parse(value.cloudID) }]] : [],
      )
      const header = opened.length > 0 && {
        'x-wx-open-data': JSON.stringify(Object.fromEntries(opened)),
      }
      const answer = await post(`/call/${name}`, JSON.stringify(data), 'application/json', { ...header })
      if (!answer.ok)
        throw new Failed(`errCode: -504002 functions execute fail | errMsg: ${await answer.text()}`)
      return { result: await answer.json(), requestID: '' }
    }),
    uploadFile: later(
      'cloud.uploadFile',
      async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
        const file = files.read(filePath)
        const answer = await post(`/upload?path=${encodeURIComponent(cloudPath)}`, file, typeOf(cloudPath))
        if (!answer.ok) throw new Failed(`errCode: -503002 | errMsg: ${await answer.text()}`)
        return (await answer.json()) as { fileID: string }
      },
    ),
  } satisfies Record<string, unknown>
}

const typeOf = (path: string) =>
  ({ jpg: 'image/jpeg', png: 'image/png', mp3: 'audio/mpeg' })[path.split('.').pop() ?? ''] ??
  'application/octet-stream'
