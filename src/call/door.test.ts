import { describe, expect, it } from 'vitest'
import { type Envelope, makeCall, newAttempt } from './door'
import { Refused } from './refused'

/** A line that answers with these one after the other; an error is thrown. */
function line(...answers: unknown[]) {
  const sent: Envelope[] = []
  const call = makeCall(async (envelope) => {
    sent.push(envelope)
    const answer = answers[sent.length - 1]
    if (answer instanceof Error) throw answer
    return answer
  })
  return { call, sent }
}
const offline = () => new Refused('OFFLINE')
const done = { id: 'a', state: 'accepted', version: 2 }

describe('a read', () => {
  it('carries no request id and gives the data', async () => {
    const { call, sent } = line({ ok: true, data: { places: [] } })
    expect(await call('place.list', {})).toEqual({ places: [] })
    expect(sent).toEqual([{ action: 'place.list', input: {} }])
  })
  it('is tried once more when it got lost, and no more than once', async () => {
    const { call, sent } = line(offline(), { ok: true, data: { places: [] } })
    await call('place.list', {})
    expect(sent).toHaveLength(2)
    const dead = line(offline(), offline(), { ok: true, data: { places: [] } })
    await expect(dead.call('place.list', {})).rejects.toMatchObject({ code: 'OFFLINE' })
    expect(dead.sent).toHaveLength(2)
  })
  it('is not tried again when it was refused', async () => {
    const error = { code: 'NOT_YOURS', message: '这件事不归您。' }
    const { call, sent } = line({ ok: false, error })
    await expect(call('appeal.view', { id: 'a' })).rejects.toMatchObject(error)
    expect(sent).toHaveLength(1)
  })
})

describe('a write', () => {
  it('carries a request id of its own', async () => {
    const { call, sent } = line({ ok: true, data: done }, { ok: true, data: done })
    await call('appeal.accept', { id: 'a', version: 1 })
    await call('appeal.accept', { id: 'a', version: 1 })
    expect(sent[0]?.requestId).toMatch(/^[0-9a-f]{32}$/)
    expect(sent[1]?.requestId).not.toBe(sent[0]?.requestId)
  })
  it('keeps the id of its attempt and is never repeated behind the back', async () => {
    const attempt = newAttempt()
    const { call, sent } = line(offline(), { ok: true, data: done })
    await expect(call('appeal.accept', { id: 'a', version: 1 }, { attempt })).rejects.toMatchObject({
      code: 'OFFLINE',
    })
    expect(sent).toHaveLength(1)
    await call('appeal.accept', { id: 'a', version: 1 }, { attempt })
    expect(sent.map(({ requestId }) => requestId)).toEqual([attempt.requestId, attempt.requestId])
  })
})

it('sends the hat of staff', async () => {
  const { call, sent } = line({ ok: true, data: done })
  await call('appeal.accept', { id: 'a', version: 1 }, { hat: 'gridWorker-1' })
  expect(sent[0]?.hat).toBe('gridWorker-1')
})

it.each([undefined, null, 'x', 7, {}])('takes the answer %j for a failure of ours', async (answer) => {
  const { call } = line(answer, answer)
  await expect(call('person.me', {})).rejects.toMatchObject({ code: 'INTERNAL' })
})
