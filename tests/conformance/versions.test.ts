import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { functions } from '../../localcloud/fixtures/cloud.ts'
import { startCloud } from '../../localcloud/start.ts'

const cache = fileURLToPath(new URL('../../.cache/conformance', import.meta.url))

/** Installs an older SDK once, out of the way of the project's own dependencies. */
async function installed(version: string): Promise<string> {
  const folder = path.join(cache, `wx-server-sdk-${version}`)
  if (!existsSync(folder)) {
    const place = `${folder}.new`
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place, { recursive: true })
    const what = [
      'install',
      '--prefix',
      place,
      `wx-server-sdk@${version}`,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
    ]
    await promisify(execFile)('npm', what, { cwd: place })
    renameSync(place, folder)
  }
  return path.join(folder, 'node_modules')
}

const code = `
  const { _id } = await db.collection('things').add({ data: { n: 1, at: new Date(5) } })
  await db.collection('things').doc(_id).update({ data: { n: _.inc(1) } })
  await db.runTransaction(async (transaction) => {
    await transaction.collection('things').doc(_id).update({ data: { n: _.inc(1) } })
  })
  const { data } = await db.collection('things').where({ n: _.gt(2), at: _.lt(new Date(6)) }).get()
  const { fileID } = await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('text') })
  const { fileContent } = await cloud.downloadFile({ fileID })
  const { result } = await cloud.callFunction({ name: 'person', data: {} })
  const missing = await db.collection('none').get().catch((error) => error.errCode)
  const { msgid } = await cloud.openapi.subscribeMessage.send({ touser: 'x' })
  return [data.map(({ n }) => n), fileContent.toString(), result.after.OPENID, result.after.SOURCE, missing, msgid]`

describe.each(['2.6.3', '3.0.4'])('wx-server-sdk %s', (version) => {
  it('does database, transactions, files, calls and openapi', { timeout: 180_000 }, async () => {
    const folder = path.join(cache, `functions-${version}`)
    rmSync(folder, { recursive: true, force: true })
    for (const name of ['database', 'person']) {
      cpSync(path.join(functions, name), path.join(folder, name), { recursive: true })
      symlinkSync(await installed(version), path.join(folder, name, 'node_modules'))
    }
    const cloud = await startCloud({
      functions: folder,
      indexes: { things: [] },
      openapi: { 'subscribeMessage.send': { msgid: 7 } },
    })
    expect(await cloud.call('database', { code }, { openid: 'oOld' })).toEqual([
      [3],
      'text',
      'oOld',
      'wx_client,scf',
      -502005,
      7,
    ])
    await cloud.close()
  })
})
