import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLog } from '../../domain/appeal/log.ts'
import type { ActionName, Input } from '../../domain/contract.ts'
import { type Phone, startTestCloud, type TestCloud } from '../support/cloud.ts'
import { underEveryFault } from '../support/underEveryFault.ts'

const hat = 'administrator-2101'
let cloud: TestCloud
let city: Phone
let district: string
let other: string
let street: string

beforeAll(async () => {
  // A small city: it is put back for each fault.
  cloud = await startTestCloud({ districts: [] })
  city = await cloud.staff({ openid: 'o-admin', role: 'administrator', organisationId: '2101' })
  const made = async (parentId: string, name: string, kind: 'district' | 'street') =>
    (await city.call('organisation.create', { parentId, name, kind })).id
  district = await made('2101', '甲区', 'district')
  other = await made('2101', '乙区', 'district')
  street = await made(district, '甲街道', 'street')
}, 60_000)
afterAll(() => cloud.close())

const acting = { openid: 'o-admin', hat }
const underFaults = <A extends ActionName>(action: A, input: Input<A>) =>
  underEveryFault(cloud, acting, action, input as object)

const idOf = async (name: string) => (await city.call('organisation.list', { text: name })).rows[0]?.id ?? ''
const submit = (area: string) =>
  cloud.phone('o-rider').call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area,
    trade: 'delivery',
  })

it('creating, editing, importing, exporting, closing and opening', async () => {
  await underFaults('organisation.create', { parentId: street, name: '断线社区', kind: 'community' })
  const id = await idOf('断线社区')
  await underFaults('organisation.edit', {
    id,
    version: 1,
    centre: { longitude: 123.44, latitude: 41.8 },
    phone: '024-12345678',
  })
  await underFaults('organisation.importRows', {
    csv: `编号,名称,类型,上级编号\n${id},断线改名社区,,\n,断线新社区,社区,${street}`,
    dryRun: false,
  })
  await underFaults('organisation.settle', { id })
  await underFaults('organisation.exportRows', { id: street })
  await underFaults('organisation.close', { ids: [id, street] })
  await underFaults('organisation.open', { ids: [id] })
}, 240_000)

it('a merger, and handing over appeals and people', async () => {
  const former = await city.call('organisation.create', {
    parentId: street,
    name: '断甲社区',
    kind: 'community',
  })
  const heir = await city.call('organisation.create', {
    parentId: street,
    name: '断乙社区',
    kind: 'community',
  })
  const sent = [await submit(former.id), await submit(former.id)]
  await cloud.staff({ openid: 'o-worker', role: 'gridWorker', organisationId: former.id })
  const worker = cloud.phone('o-worker')

  await underFaults('organisation.merge', { id: former.id, version: 1, heirId: heir.id })
  await underFaults('organisation.settle', { id: former.id })
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  for (const { id } of sent) {
    const stored = await appeals.get(id)
    expect(stored?.organisation.id).toBe(heir.id)
    expect(stored?.events.map(({ action }) => action)).toEqual(['submit', 'inherit'])
    expect(verifyLog(stored?.events ?? [])).toBe(true)
  }
  expect((await worker.call('person.me', {})).hats[0]?.organisation.id).toBe(heir.id)
}, 240_000)

it('a move, and carrying along what is below', async () => {
  const { id } = await city.call('organisation.create', {
    parentId: district,
    name: '断线街道',
    kind: 'street',
  })
  const community = await city.call('organisation.create', {
    parentId: id,
    name: '断丙社区',
    kind: 'community',
  })
  const sent = await submit(community.id)
  await underFaults('organisation.move', { id, version: 1, parentId: other })
  await underFaults('organisation.settle', { id })
  const { appeals } = await import('../../cloudfunctions/store/appeals.ts')
  expect((await appeals.get(sent.id))?.organisation.ancestors).toEqual([id, other, '2101'])
}, 240_000)
