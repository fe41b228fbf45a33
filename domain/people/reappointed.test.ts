import { expect, it } from 'vitest'
import type { Appointment } from './person.ts'
import { reappointed } from './reappointed.ts'
import type { Role } from './roles.ts'

const at = (id: string, role: Role, until: number | null = null, title?: string): Appointment => ({
  id: 'appointment',
  role,
  until,
  ...(title && { title }),
  organisation: { id, name: `${id}社区`, kind: 'community', area: id, ancestors: ['2101'] },
})
const heir = at('b', 'clerk').organisation

it('what was held at the former one is held at the heir, the rest stays', () => {
  expect(reappointed([at('a', 'gridWorker'), at('c', 'clerk')], 'a', heir)).toEqual([
    at('b', 'gridWorker'),
    at('c', 'clerk'),
  ])
})

it('the same role at both becomes one, until the later end; another title stays apart', () => {
  expect(reappointed([at('b', 'officer', 5), at('a', 'officer', 9)], 'a', heir)).toEqual([
    at('b', 'officer', 9),
  ])
  expect(reappointed([at('a', 'officer', 5), at('b', 'officer')], 'a', heir)).toEqual([at('b', 'officer')])
  expect(reappointed([at('a', 'officer', null, '二组'), at('b', 'officer')], 'a', heir)).toHaveLength(2)
})

it('done twice, it is as done once', () => {
  const once = reappointed([at('a', 'officer', 5), at('b', 'officer', 9)], 'a', heir)
  expect(reappointed(once, 'a', heir)).toEqual(once)
})
