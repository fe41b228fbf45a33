import { beforeEach, expect, it, vi } from 'vitest'
import type { RefusalCode } from '../../domain/errors'
import { forgetAll } from '../../tests/support/taro'
import type { Envelope } from './door'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))
vi.mock('./caller', () => ({ caller: '' }))

const sent: Envelope[] = []
const dropped: string[] = []
let online: boolean
let fails: RefusalCode | undefined
let signal: (online: boolean) => void = () => {}
vi.mock('./call', async () => {
  const { makeCall, newAttempt } = await import('./door')
  const { Refused } = await import('./refused')
  return {
    newAttempt,
    isOnline: () => online,
    onSignal: (listener: typeof signal) => {
      signal = listener
      return () => {}
    },
    call: makeCall(async (envelope) => {
      sent.push(envelope)
      if (fails) throw new Refused(fails)
      return { ok: true, data: { id: 't' } }
    }),
  }
})
vi.mock('./kept', () => ({
  uploadKept: async (name: string) => `cloud://env/photos/${name}.jpg`,
  dropFile: async (name: string) => void dropped.push(name),
}))

let starts = 0
/** The app as it starts: what it remembers is what was written down. */
async function start() {
  starts += 1
  // A module of its own, as a new start of the app has one.
  const fresh = `./handIns.ts?start=${starts}`
  const app: typeof import('./handIns') = await import(/* @vite-ignore */ fresh)
  app.startHandIns()
  return app
}
const work = { taskId: 't', title: '一起扫一扫', photos: ['p1'], words: '扫完了' }
const ids = () => sent.map(({ requestId }) => requestId)
const come = async (wanted: number) => vi.waitFor(() => expect(sent).toHaveLength(wanted))

beforeEach(() => {
  forgetAll()
  sent.length = 0
  dropped.length = 0
  online = true
  fails = undefined
})

it('goes at once where there is a signal, and is off the phone then', async () => {
  const app = await start()
  const arrived: string[] = []
  app.onHandedIn((taskId) => arrived.push(taskId))
  expect(await app.handIn(work)).toBeUndefined()
  expect(sent[0]?.input).toEqual({ id: 't', photos: ['cloud://env/photos/p1.jpg'], words: '扫完了' })
  expect([arrived, dropped]).toEqual([['t'], ['p1']])
  await app.wakeHandIns()
  expect(sent).toHaveLength(1)
})

it('waits without a signal, over closing the app, and goes by itself, as one wish', async () => {
  const closed = await start()
  fails = 'OFFLINE'
  expect((await closed.handIn(work))?.code).toBe('OFFLINE')
  fails = undefined
  await start()
  await come(2)
  expect(new Set(ids()).size).toBe(1)
  signal(true)
  await vi.waitFor(() => expect(dropped).toEqual(['p1']))
  expect(sent).toHaveLength(2)
})

it('is another wish once it says something else', async () => {
  const app = await start()
  fails = 'INTERNAL'
  await app.handIn(work)
  fails = undefined
  await app.handIn({ ...work, words: '扫完了，还剩一角' })
  expect(new Set(ids()).size).toBe(2)
})

it('goes no more once its words change', async () => {
  const app = await start()
  online = false
  await app.handIn(work)
  app.callOff('t')
  online = true
  await app.wakeHandIns()
  expect(sent).toEqual([])
})

it('says why it was not taken, and is not tried again by itself', async () => {
  const app = await start()
  online = false
  await app.handIn(work)
  online = true
  fails = 'PROOF_LATE'
  await app.wakeHandIns()
  await app.wakeHandIns()
  expect(sent).toHaveLength(1)
  expect(dropped).toEqual([])
})

it('goes once, however often it is asked for at a time', async () => {
  const app = await start()
  online = false
  await app.handIn(work)
  online = true
  await Promise.all([app.wakeHandIns(), app.wakeHandIns(), app.handIn(work)])
  expect(sent).toHaveLength(1)
})
