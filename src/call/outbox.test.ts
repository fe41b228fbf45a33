import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAll, storage } from '../../tests/support/taro'
import type { Envelope } from './door'
import type { Letter } from './outbox'
import { Refused } from './refused'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
vi.mock('./caller', () => ({ caller: '' }))

let online: boolean
let answer: (envelope: Envelope) => unknown
let sent: Envelope[]
let uploaded: string[]
let upload: (name: string) => string
const files = new Set<string>()
let signal: (online: boolean) => void

vi.mock('./call', async () => {
  const { makeCall } = await import('./door')
  return {
    isOnline: () => online,
    onSignal: (listener: typeof signal) => {
      signal = listener
      return () => {}
    },
    call: makeCall(async (envelope) => {
      if (envelope.action === 'person.me') return { ok: true, data: { personId: 'p', hats: [] } }
      sent.push(envelope)
      return answer(envelope)
    }),
  }
})
vi.mock('./kept', () => ({
  uploadKept: async (name: string) => {
    if (!files.has(name)) return undefined
    uploaded.push(name)
    return upload(name)
  },
  dropFile: async (name: string) => void files.delete(name),
}))

const letter: Letter = {
  kind: 'request',
  text: '路灯坏了',
  photos: ['a.jpg', 'b.jpg'],
  voice: { name: 'v.mp3', seconds: 18 },
  category: 'facilityDamage',
  place: { id: 'c', name: '凯旋社区', kind: 'community', location: '沈河区' },
  trade: 'delivery',
  identity: 'shielded',
  urgent: false,
}
const receipt = { id: 'x', number: '1204-000001', organisation: { id: 'c', name: '凯旋社区' } }
const taken = () => ({ ok: true, data: receipt })
const lost = () => {
  throw new Refused('OFFLINE')
}

let starts = 0
/** The app as it starts: what it remembers is what was written down. */
async function start() {
  starts += 1
  // A module of its own, as a new start of the app has one.
  const fresh = `./outbox.ts?start=${starts}`
  const app: typeof import('./outbox') = await import(/* @vite-ignore */ fresh)
  app.startOutbox()
  return app
}
const stored = () => {
  const { entries } = storage.get('outbox') as { entries: { standing: { is: string } }[] }
  return entries.map(({ standing }) => standing.is)
}
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  forgetAll()
  files.clear()
  for (const name of ['a.jpg', 'b.jpg', 'v.mp3']) files.add(name)
  online = true
  sent = []
  uploaded = []
  answer = taken
  upload = (name) => `cloud://env/${name}`
})
afterEach(() => {
  vi.useRealTimers()
})

it('sends an appeal with its photos and its recording, and takes them off the phone', async () => {
  const { post } = await start()
  post(letter, 'one')
  expect(stored()).toEqual(['waiting'])
  await settled()
  expect(stored()).toEqual(['sent'])
  expect(sent.map(({ requestId }) => requestId)).toEqual(['one'])
  expect(sent[0]?.input).toMatchObject({
    photos: ['cloud://env/a.jpg', 'cloud://env/b.jpg'],
    voice: { fileId: 'cloud://env/v.mp3', seconds: 18 },
    area: 'c',
  })
  expect([...files]).toEqual([])
})

describe('without a signal', () => {
  it('nothing leaves the phone; all goes when the signal is back, one after the other', async () => {
    online = false
    const { post } = await start()
    post(letter, 'one')
    post({ ...letter, photos: [], voice: undefined }, 'two')
    await settled()
    expect([stored(), sent, uploaded]).toEqual([['waiting', 'waiting'], [], []])
    online = true
    signal(true)
    await settled()
    expect(stored()).toEqual(['sent', 'sent'])
    expect(sent.map(({ requestId }) => requestId)).toEqual(['one', 'two'])
  })
  it('it is tried again after a while, also when the phone believes it has one', async () => {
    answer = lost
    const { post } = await start()
    post(letter, 'one')
    await settled()
    answer = taken
    await vi.advanceTimersByTimeAsync(4_999)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(stored()).toEqual(['sent'])
    expect(sent[1]).toEqual(sent[0])
  })
  it('a photo that is up does not go up again', async () => {
    let broken = true
    upload = (name) => {
      if (name === 'b.jpg' && broken) lost()
      return `cloud://env/${name}`
    }
    const { post, wakeOutbox } = await start()
    post(letter, 'one')
    await settled()
    broken = false
    wakeOutbox()
    await settled()
    expect(uploaded).toEqual(['a.jpg', 'b.jpg', 'b.jpg', 'v.mp3'])
    expect(stored()).toEqual(['sent'])
  })
})

it('goes on where it was killed, under the same request', async () => {
  answer = () => new Promise(() => {})
  const { post } = await start()
  post(letter, 'one')
  await settled()
  expect(sent).toHaveLength(1)
  answer = taken
  await start()
  await settled()
  expect(sent[1]).toEqual(sent[0])
  expect(uploaded).toEqual(['a.jpg', 'b.jpg', 'v.mp3'])
  expect(stored()).toEqual(['sent'])
})

describe('what only the person can mend', () => {
  it('waits for them and comes back whole; the next one goes', async () => {
    const message = '没找到这个社区。'
    answer = ({ requestId }) =>
      requestId === 'one' ? { ok: false, error: { code: 'AREA_NOT_FOUND', message } } : taken()
    const { post, takeBack } = await start()
    post(letter, 'one')
    post({ ...letter, photos: [], voice: undefined }, 'two')
    await settled()
    expect(stored()).toEqual(['needsYou', 'sent'])
    expect(takeBack('one')).toEqual(letter)
    expect(takeBack('one')).toBeUndefined()
    expect(files.size).toBe(3)
  })
  it('a photo that the phone lost is said to be lost', async () => {
    files.delete('b.jpg')
    const { post } = await start()
    post(letter, 'one')
    await settled()
    expect(storage.get('outbox')).toMatchObject({
      entries: [{ standing: { is: 'needsYou', code: 'PHOTO_NOT_FOUND' } }],
    })
    expect(sent).toEqual([])
  })
})

it('takes nothing away that is on its way, and takes its files with what it takes away', async () => {
  answer = () => new Promise(() => {})
  const { post, discard } = await start()
  post(letter, 'one')
  await settled()
  expect(discard('one')).toBe(false)
  online = false
  const later = await start()
  await settled()
  expect(later.discard('one')).toBe(true)
  expect([stored(), [...files]]).toEqual([[], []])
})

it('says so when the phone is full, and keeps nothing by halves', async () => {
  const { post } = await start()
  const set = vi.spyOn(storage, 'set').mockImplementation(() => {
    throw new Error('full')
  })
  expect(() => post(letter, 'one')).toThrow('手机存满了')
  set.mockRestore()
  await settled()
  expect(sent).toEqual([])
})

it('keeps the files of what it can’t write down as sent: the next start sends it again, and it counts once', async () => {
  let set: { mockRestore: () => void } | undefined
  answer = () => {
    set = vi.spyOn(storage, 'set').mockImplementation(() => {
      throw new Error('full')
    })
    return taken()
  }
  const { post } = await start()
  post(letter, 'one')
  await settled()
  set?.mockRestore()
  expect([...files]).toHaveLength(3)
  answer = taken
  await start()
  await settled()
  expect([stored(), sent.map(({ requestId }) => requestId), [...files]]).toEqual([
    ['sent'],
    ['one', 'one'],
    [],
  ])
})

it('forgets everything with the person', async () => {
  online = false
  const { post, forgetOutbox } = await start()
  post(letter, 'one')
  await settled()
  forgetOutbox()
  online = true
  signal(true)
  await vi.advanceTimersByTimeAsync(600_000)
  expect([storage.has('outbox'), sent]).toEqual([false, []])
})
