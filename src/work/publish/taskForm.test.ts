import { describe, expect, it } from 'vitest'
import { type TaskKind, taskKinds, templates } from '../../../domain/task/kinds'
import { emptyForm, fromTemplate, missingOf, partsOf, planOf, type TaskForm, windowOn } from './taskForm'

const now = Date.parse('2026-12-04T10:20:00+08:00')
const minute = 60_000
const whole: TaskForm & { kind: TaskKind } = {
  ...emptyForm(now),
  ...fromTemplate('cleaning', emptyForm(now)),
  kind: 'cleaning',
  placeName: '北站路台阶',
}
const asked = { organisation: 'community', made: false, now } as const

describe('a form', () => {
  it('begins at a half hour, an hour from now at least', () => {
    expect(new Date(emptyForm(now).from).toISOString()).toBe('2026-12-04T03:30:00.000Z')
  })

  it.each(Object.keys(taskKinds) as TaskKind[])('%s begins with its template', (kind) => {
    const filled = fromTemplate(kind, emptyForm(now))
    expect(filled).toMatchObject({ kind, title: templates[kind].title, points: templates[kind].points })
    expect((filled.to ?? 0) - emptyForm(now).from).toBe(templates[kind].lasts * minute)
  })

  it('becomes a plan', () => {
    expect(planOf({ ...whole, weekly: true })).toMatchObject({
      title: '一起扫一扫',
      place: { name: '北站路台阶', point: null },
      repeat: 'weekly',
      proof: ['code', 'photo'],
    })
  })
})

describe('what is missing', () => {
  const point = { longitude: 123.43, latitude: 41.8 }
  const beneficiary = { name: '王奶奶', address: '北站路 1 号', phone: '' }
  it.each<[string, Partial<TaskForm>, object, RegExp | undefined]>([
    ['nothing', {}, {}, undefined],
    ['a name', { title: ' ' }, {}, /起个名字/],
    ['a shorter name', { title: '长'.repeat(31) }, {}, /30 个字/],
    ['shorter words', { words: '长'.repeat(501) }, {}, /500 个字/],
    ['where', { placeName: '' }, {}, /在哪儿/],
    ['a time to come', { from: now - 2 * minute, to: now - minute }, {}, /过了/],
    ['a nearer day', { from: now + 61 * 86_400_000, to: now + 61 * 86_400_000 + 1 }, {}, /两个月/],
    ['a point on the map', { proof: ['place'] }, {}, /地图/],
    ['nothing with a point', { proof: ['place'], point }, {}, undefined],
    ['whom it is for', { kind: 'delivery' }, {}, /给谁送/],
    ['nothing when it is known', { kind: 'delivery', beneficiary }, {}, undefined],
    [
      'where to, of another name alone',
      { kind: 'delivery', beneficiary: { ...beneficiary, address: '' } },
      { made: true },
      /送到哪/,
    ],
    ['nothing when it was said before', { kind: 'delivery' }, { made: true }, undefined],
    ['a team', { muster: true }, { organisation: 'street' }, /小队/],
    ['no team in a community', { muster: true }, {}, undefined],
  ])('%s', (_, change, context, sentence) => {
    const missing = missingOf({ ...whole, ...change }, { ...asked, ...context })
    if (sentence) expect(missing).toMatch(sentence)
    else expect(missing).toBeUndefined()
  })
})

describe('a window', () => {
  const midnight = Date.parse('2026-12-05T00:00:00+08:00')
  it.each([
    ['of the afternoon', 840, 900, '2026-12-05T06:00:00.000Z', '2026-12-05T07:00:00.000Z'],
    ['over midnight', 1320, 360, '2026-12-05T14:00:00.000Z', '2026-12-05T22:00:00.000Z'],
    ['of a whole day', 0, 0, '2026-12-04T16:00:00.000Z', '2026-12-05T16:00:00.000Z'],
  ])('%s', (_, from, to, begins, ends) => {
    const window = windowOn(midnight, from, to)
    expect(new Date(window.from).toISOString()).toBe(begins)
    expect(new Date(window.to).toISOString()).toBe(ends)
    expect(partsOf(window)).toEqual({ midnight, from, to })
  })
})
