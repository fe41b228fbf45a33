import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startFixture } from '../fixtures/cloud.ts'
import { type LocalCloud, startCloud } from '../start.ts'

let cloud: LocalCloud
beforeAll(async () => {
  const openapi = {
    'subscribeMessage.send': ({ touser }: Record<string, unknown>) =>
      touser === 'oRefused'
        ? { errcode: 43101, errmsg: 'user refuse to accept the msg' }
        : { msgid: 7, sent_to: touser },
    'wxacode.getUnlimited': Buffer.from('a picture'),
    'security.msgSecCheck': async () => ({ result: { suggest: 'pass' } }),
    getOpenData: { 'cloud-1': { opengid: 'gOne' } },
  }
  cloud = (await startFixture({ openapi, timeout: 1500, env: { TEAM: 'local' } })).cloud
})
afterAll(() => cloud.close())

describe('a function as it is written for WeChat', () => {
  it('runs in sloppy mode, answers by callback, finds modules from its root, keeps its globals', async () => {
    const folder = path.join(import.meta.dirname, '../fixtures/functions/sloppy')
    expect(await cloud.call('sloppy')).toEqual({ counter: 1, shared: 'from the root', folder })
    expect(await cloud.call('sloppy')).toMatchObject({ counter: 2 })
  })

  it('says what a function threw, and that one can not be loaded', async () => {
    await expect(cloud.call('sloppy', { fail: true })).rejects.toThrow('a text, not an error')
    await expect(cloud.call('broken')).rejects.toThrow(/could not be loaded: no good from the start/)
    await expect(cloud.call('broken')).rejects.toThrow(/could not be loaded/)
  })

  it('ends a function that never ends, and goes on after one that ends its process', async () => {
    await expect(cloud.call('sloppy', { endless: true })).rejects.toThrow(/timed out after 1.5 seconds/)
    await expect(cloud.call('sloppy', { exit: true })).rejects.toThrow(/ended its process/)
    expect(await cloud.call('sloppy')).toMatchObject({ counter: 1 })
  })

  it('is run by its timer, without a person', async () => {
    expect(await cloud.trigger('clock')).toEqual({
      SOURCE: 'wx_trigger',
      known: false,
      timer: 'minute',
      type: 'Timer',
    })
    const night = await fetch(`${cloud.url}/trigger/clock?timer=night`, { method: 'POST' })
    expect(await night.json()).toMatchObject({ timer: 'night' })
    await expect(cloud.trigger('clock', 'noon')).rejects.toThrow(/declares no timer named noon/)
    await expect(cloud.trigger('sloppy')).rejects.toThrow(/declares no timer/)
  })

  it('gets open data that only WeChat can have put there', async () => {
    const call = (openData: string) =>
      fetch(`${cloud.url}/call/person`, {
        method: 'POST',
        headers: { 'x-wx-openid': 'oOne', 'x-wx-open-data': Buffer.from(openData).toString('latin1') },
        body: '{"share":"made up","other":{"data":{"opengid":"gFake"}}}',
      })
    const answer = await call('{"share":{"cloudID":"c","data":{"opengid":"gOne","name":"小明"}}}')
    expect(await answer.json()).toMatchObject({
      event: { share: { data: { opengid: 'gOne', name: '小明' } } },
      after: { OPEN_DATA_INFO: '{"keys":["share"]}' },
    })
    for (const nonsense of ['{', '[]', '1']) expect((await call(nonsense)).status).toBe(400)
  })
})

describe('cloud.openapi', () => {
  it('answers from the script, records what was sent, refuses what has no script', async () => {
    const send = (touser: string) =>
      cloud.call(
        'messages',
        {
          api: 'subscribeMessage.send',
          data: { touser, templateId: 't', data: { thing1: { value: '你好' } } },
        },
        { openid: 'oMe' },
      )
    expect(await send('oYou')).toMatchObject({ errCode: 0, msgid: 7, sentTo: 'oYou' })
    await expect(send('oRefused')).rejects.toMatchObject({
      message: expect.stringMatching(/user refuse/),
      code: 43101,
    })
    expect(await cloud.call('messages', { api: 'wxacode.getUnlimited', data: { scene: 'a' } })).toMatchObject(
      { buffer: 'a picture' },
    )
    expect(await cloud.call('messages', { api: 'security.msgSecCheck', data: {} })).toMatchObject({
      result: { suggest: 'pass' },
    })
    await expect(cloud.call('messages', { api: 'logistics.addOrder', data: {} })).rejects.toThrow(
      /no script for openapi.logistics.addOrder/,
    )
    expect(await cloud.call('messages', { list: ['cloud-1'] })).toMatchObject({
      list: [{ cloudID: 'cloud-1', data: { opengid: 'gOne' } }],
    })
    const sent = (await (await fetch(`${cloud.url}/sent?api=subscribeMessage.send`)).json()) as unknown[]
    expect(sent[0]).toMatchObject({
      api: 'subscribeMessage.send',
      data: { touser: 'oYou', template_id: 't', data: { thing1: { value: '你好' } } },
      functionName: 'messages',
      openid: 'oMe',
      answer: { msgid: 7 },
    })
  })
})

describe('many people at once', () => {
  it('never mixes them: 1,000 calls by 200 people', { timeout: 30_000 }, async () => {
    const calls = Array.from({ length: 1000 }, async (_, i) => {
      const openid = `oPerson${i % 200}`
      const answer = (await cloud.call('person', { wait: i % 3 }, { openid })) as Record<
        string,
        { OPENID: string }
      >
      return answer.before?.OPENID === openid && answer.after?.OPENID === openid
    })
    expect((await Promise.all(calls)).filter((right) => !right)).toEqual([])
  })
})

describe('any folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'functions-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  afterAll(() => rmSync(folder, { recursive: true }))

  it('uses its own node_modules before ours, and new code after a change', async () => {
    write('one/index.js', `exports.main = async () => require('wx-server-sdk').mine + require('./part')`)
    write('one/part.js', `module.exports = ' 1'`)
    write('one/node_modules/wx-server-sdk/index.js', `exports.mine = 'my own'`)
    const other = await startCloud({ functions: folder })
    expect(await other.call('one')).toBe('my own 1')
    await wait(350)
    write('one/part.js', `module.exports = ' 2'`)
    expect(await other.call('one')).toBe('my own 2')
    await wait(350)
    write('one/node_modules/wx-server-sdk/index.js', `exports.mine = 'my new'`)
    expect(await other.call('one')).toBe('my new 2')
    await wait(350)
    write('one/part.js', `module.exports = ' 3'`)
    utimesSync(path.join(folder, 'one/part.js'), 1, 1)
    expect(await other.call('one')).toBe('my new 3')
    write('two/index.js', `exports.main = () => 'new'`)
    expect(await other.call('two')).toBe('new')
    await expect(other.call('../one')).rejects.toThrow(/no function named/)
    await other.close()
  })

  it('says where a function can not be loaded', async () => {
    write('unfinished/index.js', `require('./part')\nexports.main = () => 1`)
    write('unfinished/part.js', 'const part = 1\n}')
    write('thrower/index.js', 'exports.main = () => 1\nnull.x')
    write('described/index.js', 'exports.main = () => 1')
    write('described/package.json', '{')
    write('described/config.json', '{')
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const other = await startCloud({ functions: folder })
    await expect(other.call('unfinished')).rejects.toThrow(
      "could not be loaded: Unexpected token '}' (part.js:2)",
    )
    expect(said.mock.calls.join()).toMatch(/unfinished.part\.js:2/)
    await expect(other.call('thrower')).rejects.toThrow(/could not be loaded: .* \(index\.js:2\)/)
    await expect(other.call('described')).rejects.toThrow(/could not be loaded: package\.json: .*JSON/)
    await expect(other.trigger('described')).rejects.toThrow(/config\.json of described: .*JSON/)
    await other.close()
    said.mockRestore()
  })

  it('runs scripts below a package of modules, through a link too', async () => {
    write('package.json', '{"type": "module"}')
    write('elsewhere/real/index.js', 'exports.main = () => 1')
    mkdirSync(path.join(folder, 'linked'))
    symlinkSync(path.join(folder, 'elsewhere/real'), path.join(folder, 'linked/real'))
    const other = await startCloud({ functions: path.join(folder, 'linked') })
    expect(await other.call('real')).toBe(1)
    await other.close()
  })

  it("hands what functions say to this process's console", async () => {
    write('speaker/index.js', `exports.main = () => { console.log('你好 %s'); console.error('oh') }`)
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const other = await startCloud({ functions: folder })
    await other.call('speaker')
    await vi.waitFor(() => expect([log.mock.calls, error.mock.calls]).toEqual([[['你好 %s']], [['oh']]]))
    await other.close()
    log.mockRestore()
    error.mockRestore()
  })

  it('lets functions call functions, but none itself without end', async () => {
    write(
      'deep/index.js',
      `const cloud = require('wx-server-sdk')
       cloud.init()
       exports.main = async ({ more }) => more ? 1 + (await cloud.callFunction({ name: 'deep', data: { more: more - 1 } })).result : 1`,
    )
    const other = await startCloud({ functions: folder })
    expect(await other.call('deep', { more: 9 })).toBe(10)
    await expect(other.call('deep', { more: 1e9 })).rejects.toThrow(/called by a chain of 10 functions/)
    await other.close()
  })

  it('runs copies of a fixture that lie elsewhere, with variables of their environment', async () => {
    cpSync(path.join(import.meta.dirname, '../fixtures/functions/person'), path.join(folder, 'person'), {
      recursive: true,
    })
    write('env/index.js', 'exports.main = () => process.env.TEAM')
    const other = await startCloud({ functions: folder, env: { TEAM: 'blue' } })
    expect(await other.call('person', {}, { openid: 'oX' })).toMatchObject({ after: { OPENID: 'oX' } })
    expect(await other.call('env')).toBe('blue')
    await other.close()
  })
})
