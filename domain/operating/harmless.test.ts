import { describe, expect, it } from 'vitest'
import { harmless } from './harmless.ts'

const secrets = [
  '13900001111',
  'oXk7-Secret_9',
  '我住三楼',
  '小蜂姐',
  'cloud://env.1/photos/ab12.jpg',
  'Xiaofeng',
]

const thrownBy = (make: () => unknown): unknown => {
  try {
    return make()
  } catch (error) {
    return error
  }
}

describe('of an error the log gets', () => {
  it('its name, its code, what it is known to be about, and where', () => {
    const error = Object.assign(
      new Error('document.add:fail -501001 [DuplicateWrite] multiple write errors: {phone: "13900001111"}'),
      { errCode: -501001 },
    )
    const { at, ...rest } = harmless(error)
    expect(rest).toEqual({ name: 'Error', code: -501001, signs: ['duplicate'] })
    expect(
      at.every((place) => /^([\w$.<>]+ )?(index\.js|node|package|wx-server-sdk):\d+:\d+$/.test(place)),
    ).toBe(true)
  })

  it.each([
    ['a conflict', 'DATABASE_TRANSACTION_CONFLICT', ['conflict']],
    ['no answer', 'connect ETIMEDOUT 10.0.0.1:443', ['timeout']],
    ['a cut connection', 'request error: socket hang up', ['connection']],
    ['a missing collection', '[ResourceNotFound] DATABASE_COLLECTION_NOT_EXIST', ['collection missing']],
    ['our own fault', "Cannot read properties of undefined (reading 'name')", ['program']],
    ['nothing that is known', '我住三楼', []],
  ])('%s by its sign', (_, message, signs) => {
    expect(harmless(new Error(message)).signs).toEqual(signs)
  })

  it('places of its stack, with names of functions', () => {
    const error = new TypeError('我住三楼')
    error.stack = `TypeError: 我住三楼
    at async submit (/var/user/index.js:4711:13)
    at new Thing (file:///var/user/index.js:1:2)
    at async submit (/var/user/parts/appeal-C_x-1abc.js:12:3)
    at /var/user/node_modules/wx-server-sdk/index.js:961:7
    at Object.<anonymous> (/srv/13900001111/own.js:3:4)
    at node:internal/process/task_queues:95:5`
    expect(harmless(error).at).toEqual([
      'submit index.js:4711:13',
      'Thing index.js:1:2',
      'submit parts/appeal-C_x-1abc.js:12:3',
      'wx-server-sdk:961:7',
      'node:95:5',
    ])
  })
})

describe('nothing of what was typed or stored is in it', () => {
  const errors: [string, unknown][] = secrets.flatMap((secret) => [
    ['in a message', new Error(`E11000 duplicate key {nickname: "${secret}"}`)],
    ['as what was thrown', secret],
    ['as an object', { message: secret, code: secret, errCode: secret, name: secret, stack: secret }],
    ['in JSON', thrownBy(() => JSON.parse(`{"a": ${secret}`))],
    ['as a code', Object.assign(new Error('no'), { code: secret })],
    ['as a number', Object.assign(new Error('no'), { errCode: 13_900_001_111 })],
    ['as a name', Object.assign(new Error('no'), { name: secret })],
    ['as a cause', new Error('no', { cause: secret })],
    ['as a place', new Error(`no\n    at ${secret} (/var/user/index.js:1:2)`)],
    ['as a file', new Error(`no\n    at submit (/var/user/${secret}/other.js:1:2)`)],
    ['as a part', new Error(`no\n    at submit (/var/user/parts/${secret}.js:1:2)`)],
    [
      'as a part in a message that was changed',
      Object.assign(new Error(`no\n    at submit (/var/user/parts/${secret}.js:1:2)`), { message: 'no' }),
    ],
    [
      'as a place in a message that was changed',
      (() => {
        const error = new Error(`no\n    at ${secret} (/var/user/index.js:1:2)`)
        error.message = 'something else'
        return error
      })(),
    ],
  ])
  it.each(errors)('%s', (_, error) => {
    const said = JSON.stringify(harmless(error))
    for (const secret of secrets) expect(said).not.toContain(secret)
    expect(said).not.toContain('13900001111')
  })

  it('whatever cannot be read: it never throws', () => {
    for (const thrown of [undefined, null, 0, Symbol('x'), () => {}, [], new Proxy({}, {})])
      expect(() => harmless(thrown)).not.toThrow()
  })
})
