import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { functions, startFixture } from './fixtures/cloud.ts'
import { type LocalCloud, startCloud } from './start.ts'
import { StartError } from './startErrors.ts'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startCloud({ functions })
})
afterAll(() => cloud.close())

describe('a cloud that can not start says why', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'localcloud-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const start = (options: object) => startCloud({ functions, ...options })

  it('a taken port, a missing folder, a folder that is a file, a damaged database', async () => {
    await expect(start({ port: cloud.port })).rejects.toMatchObject({
      message: expect.stringContaining(`port ${cloud.port} is taken`),
      code: 'EADDRINUSE',
    })
    await expect(start({ functions: path.join(folder, 'none') })).rejects.toThrow(
      /the functions in .*none can't be read/,
    )
    writeFileSync(path.join(folder, 'file'), '')
    await expect(start({ data: path.join(folder, 'file') })).rejects.toThrow(/can't be used for data/)
    writeFileSync(
      path.join(folder, 'database.sqlite'),
      'this is no database, but it is long enough to be taken for one'.repeat(99),
    )
    await expect(start({ data: folder })).rejects.toThrow(/is damaged/)
    await expect(start({ mongo: 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=50' })).rejects.toThrow(
      /MongoDB can't be used/,
    )
  })

  const keys = [{ field: 'a', direction: 1 }]
  const nonsense: [object, RegExp][] = [
    [{ indexes: [] }, /must be an object of collections/],
    [{ indexes: { x: {} } }, /the indexes of x must be a list/],
    [{ indexes: { x: [{ keys }] } }, /an index of x has no name/],
    [{ indexes: { x: [{ name: 'n', keys: { a: 1 } }] } }, /the index n of x needs keys/],
    [{ indexes: { x: [{ name: 'n', keys: [] }] } }, /needs keys/],
    [{ indexes: { x: [{ name: 'n', keys: [{ field: 'a', direction: 'asc' }] }] } }, /needs keys/],
    [{ indexes: { x: [{ name: 'n', keys: [...keys, ...keys] }] } }, /names a field twice/],
    [{ indexes: { x: [{ name: 'n', keys, unqiue: true }] } }, /more than name, keys and unique/],
    [{ indexes: { x: [{ name: 'n', keys, unique: 'yes' }] } }, /true or false for unique/],
    [{ indexes: { x: Array(2).fill({ name: 'n', keys }) } }, /two indexes of x have the same name/],
    [{ port: Number.NaN }, /the port must be a whole number/],
    [{ port: 99_999 }, /the port must be a whole number/],
    [{ workers: 0 }, /workers must be a whole number from 1/],
    [{ timeout: Number.NaN }, /the timeout must be above 0/],
    [{ host: 'nowhere.invalid' }, /nowhere.invalid is no address of this machine/],
  ]
  it.each(nonsense)('%j', async (options, sentence) => {
    const refused = await start(options).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartError)
    expect((refused as Error).message).toMatch(sentence)
  })

  it('folders and files that may not be used', async () => {
    const of = (name: string, ...inside: string[]) => {
      const data = path.join(folder, name)
      mkdirSync(path.join(data, ...inside), { recursive: true })
      return data
    }
    await expect(start({ data: of('folder', 'database.sqlite') })).rejects.toThrow(/can't be opened: EISDIR/)
    writeFileSync(path.join(of('filed'), 'files'), '')
    await expect(start({ data: path.join(folder, 'filed') })).rejects.toThrow(
      /can't be used for files: EEXIST/,
    )
    await (await start({ data: of('forbidden') })).close()
    const file = path.join(folder, 'forbidden/database.sqlite')
    await unprivileged(async () => {
      chmodSync(file, 0)
      await expect(start({ data: path.dirname(file) })).rejects.toThrow(/can't be opened: EACCES/)
      chmodSync(file, 0o444)
      await expect(start({ data: path.dirname(file) })).rejects.toThrow(/can't be opened: EACCES/)
      chmodSync(of('unreadable'), 0o333)
      await expect(start({ functions: path.join(folder, 'unreadable') })).rejects.toThrow(
        /can't be read: EACCES/,
      )
      chmodSync(of('unwritable'), 0o555)
      await expect(start({ data: path.join(folder, 'unwritable') })).rejects.toThrow(
        /can't be opened: EACCES/,
      )
    })
  })

  /** Permissions don't hold for root. */
  async function unprivileged(work: () => Promise<void>): Promise<void> {
    if (process.geteuid?.() !== 0) return work()
    execFileSync('chown', ['-R', '65534', folder])
    process.seteuid?.(65534)
    try {
      await work()
    } finally {
      process.seteuid?.(0)
    }
  }

  it('a fresh start forgets only what the cloud keeps, and nothing that is in use', async () => {
    const data = path.join(folder, 'fresh')
    const first = await startFixture({ data, indexes: { things: [] } })
    await first.cloud.upload('a.png', Buffer.from('x'), 'image/png', 'oOne')
    writeFileSync(path.join(data, 'files/mine.txt'), 'mine')
    writeFileSync(path.join(data, 'mine.txt'), 'mine')
    await expect(start({ data, fresh: true })).rejects.toThrow(/in use by another local cloud/)
    expect(Object.keys(await first.cloud.dump())).toEqual(['things'])
    await first.cloud.close()
    const second = await start({ data, fresh: true })
    expect(await second.dump()).toEqual({})
    expect(readdirSync(path.join(data, 'files'))).toEqual(['mine.txt'])
    await second.close()
    expect(readdirSync(data)).toContain('mine.txt')
  })

  it('a database with a hole in it', async () => {
    const data = path.join(folder, 'hole')
    const { cloud, run } = await startFixture({ data, indexes: { things: [] } })
    await run(
      `await Promise.all(Array.from({ length: 200 }, (_, n) => db.collection('things').add({ data: { n, text: 'x'.repeat(500) } })))`,
    )
    await cloud.close()
    const file = path.join(data, 'database.sqlite')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(7, 20_000, 60_000))
    await expect(start({ data })).rejects.toThrow(/is damaged/)
  })

  it('keeps what was stored from one start to the next', async () => {
    const data = path.join(folder, 'kept')
    const first = await startFixture({ data, indexes: { things: [] } })
    const id = await first.run(
      `return (await db.collection('things').add({ data: { at: new Date(7) } }))._id`,
    )
    const fileID = await first.cloud.upload('照片.png', Buffer.from('x'), 'image/png', 'oOne')
    await first.cloud.close()
    const second = await startFixture({ data })
    await expect(start({ data })).rejects.toThrow(/in use by another local cloud/)
    const read = `const { data } = await db.collection('things').doc(input.id).get()
      const { fileContent } = await cloud.downloadFile({ fileID: input.fileID })
      return [data.at.getTime(), fileContent.toString()]`
    expect(await second.run(read, { id, fileID })).toEqual([7, 'x'])
    await expect(start({ data: path.join(folder, 'other'), port: cloud.port })).rejects.toThrow(/is taken/)
    await (await start({ data: path.join(folder, 'other') })).close()
    await second.run(`for (const n of [1, 1]) await db.collection('things').add({ data: { n } })`)
    await second.cloud.close()
    const indexes = { things: [{ name: 'n', keys: [{ field: 'n', direction: 1 as const }], unique: true }] }
    await expect(start({ data, indexes })).rejects.toThrow(/an index can't be made: E11000.*n: 1/)
  })
})
