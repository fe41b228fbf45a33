import { describe, expect, it } from 'vitest'
import { community, hat, other, sent } from '../../tests/support/exampleAppeal.ts'
import type { Appointment } from '../people/person.ts'
import type { Role } from '../people/roles.ts'
import type { Organisation } from '../place/organisation.ts'
import { handlersAt, nameFor, withHandlers, withMore } from './naming.ts'
import { emptyRota, type Load, type Rota, type Slot } from './rota.ts'

const knowing = (people: Load['people'], weekly: Slot[] = []): Rota => ({
  ...emptyRota(community._id),
  weekly,
  load: { people, counted: [] },
})
const always = (personId: string, until?: number): Slot[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    id: `${weekday}-0-${personId}`,
    weekday,
    from: 0,
    to: 0,
    who: { personId, name: personId, title: '值班', ...(until !== undefined && { until }) },
  }))

describe('an organisation names', () => {
  const few = { title: '网格员', weight: 1 }
  const many = { title: '书记', weight: 5 }
  it.each<[string, Rota | undefined, string[], string | undefined]>([
    ['nobody where nothing is known', undefined, [], undefined],
    ['nobody where nobody handles anything', knowing({}), [], undefined],
    ['who has least to do', knowing({ a: many, b: few }), [], 'b'],
    ['of those who have as much, always the same', knowing({ b: few, a: few }), [], 'a'],
    ['not who asked', knowing({ a: many, b: few }), ['b'], 'a'],
    ['who is on duty, however much they have', knowing({ a: many, b: few }, always('a')), [], 'a'],
    ['nobody whose appointment has ended', knowing({ a: many, b: { ...few, until: sent } }), [], 'a'],
    ['whose appointment still runs', knowing({ a: many, b: { ...few, until: sent + 1 } }), [], 'b'],
    ['nobody on duty whose appointment has ended', knowing({ b: few }, always('a', sent)), [], 'b'],
  ])('%s', (_, rota, except, named) => {
    expect(nameFor(rota, sent, except)?.personId).toBe(named)
  })
})

describe('who handles appeals of an organisation', () => {
  const post = (place: Organisation, role: Role, until: number | null = null): Appointment => ({
    ...hat(place, role),
    until,
  })
  it.each<[string, Appointment[], object[]]>([
    ['by a role that may take them on', [post(community, 'gridWorker')], [{ title: '网格员' }]],
    ['until it ends', [post(community, 'gridWorker', sent + 5)], [{ title: '网格员', until: sent + 5 }]],
    [
      'by several, as long as one of them lasts',
      [post(community, 'gridWorker', sent + 5), post(community, 'secretary', sent + 9)],
      [{ title: '网格员', until: sent + 9 }],
    ],
    [
      'by several, one of them open-ended',
      [post(community, 'gridWorker', sent + 5), post(community, 'secretary')],
      [{ title: '网格员' }],
    ],
    ['not when it has ended', [post(community, 'gridWorker', sent)], []],
    ['not by another role', [post(community, 'clerk')], []],
    ['not elsewhere', [post(other, 'gridWorker')], []],
  ])('%s', (_, appointments, handlers) => {
    const found = handlersAt(community._id, [{ _id: 'a', appointments }], sent)
    expect(found).toEqual(handlers.map((each) => ({ personId: 'a', ...each })))
  })

  it('for something else, by a role that may do that', () => {
    const staff = [
      { _id: 'worker', appointments: [post(community, 'gridWorker')] },
      { _id: 'secretary', appointments: [post(community, 'secretary')] },
    ]
    const found = handlersAt(community._id, staff, sent, 'appeal.followUp')
    expect(found.map(({ personId }) => personId)).toEqual(['secretary'])
  })
})

it('a rota that is told who handles appeals forgets the others, and keeps what was counted', () => {
  const before = knowing({ a: { title: '网格员', weight: 3 }, b: { title: '网格员', weight: 1 } })
  const { load } = withHandlers(before, community._id, [
    { personId: 'a', title: '书记' },
    { personId: 'c', title: '网格员', until: sent },
  ])
  expect(load.people).toEqual({
    a: { title: '书记', weight: 3 },
    c: { title: '网格员', weight: 0, until: sent },
  })
  expect(withMore(load, 'c', 4).people.c?.weight).toBe(4)
  expect(withMore(load, 'b', 4)).toEqual(load)
})
