import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRequestId, type Phone, startTestCloud, type TestCloud } from '../../../tests/support/cloud.ts'

const kaixuan = '210103014001'
const street = '210103014'
let cloud: TestCloud
let city: Phone
let district: Phone

beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103', '210105'] })
  const administrator = (organisationId: string) =>
    cloud.staff({ openid: `o-admin-${organisationId}`, role: 'administrator', organisationId })
  city = await administrator('2101')
  district = await administrator('210103')
}, 60_000)
afterAll(() => cloud.close())

const fresh = async (name: string, parentId = street) =>
  (await city.call('organisation.create', { parentId, name, kind: 'community' })).id
const dump = async () => {
  const { audit: _, ...rest } = await cloud.local.dump()
  return rest
}

describe('finding', () => {
  it('by initials, by pinyin, in capitals, by any part of the name', async () => {
    for (const text of ['kx', 'KXSQ', 'kaixuan', '凯旋', '旋社']) {
      const { places } = await city.call('place.search', { text })
      expect(
        places.map(({ name }) => name),
        text,
      ).toContain('凯旋社区')
    }
    const { rows } = await city.call('organisation.list', { text: 'kxsq' })
    expect(rows[0]).toMatchObject({ id: kaixuan, name: '凯旋社区', location: '沈河区 · 北站街道' })
  })

  it('down the tree with the way to it, page by page, and only what one administers', async () => {
    const top = await city.call('organisation.list', {})
    expect(top.path).toEqual([{ id: '2101', name: '沈阳市', kind: 'city' }])
    expect(top.rows.map(({ name }) => name)).toContain('沈河区')
    const below = await district.call('organisation.list', { parentId: street })
    expect(below.path.map(({ name }) => name)).toEqual(['沈河区', '北站街道'])
    expect(below.rows.map(({ name }) => name)).toContain('凯旋社区')
    expect(await district.refused('organisation.list', { parentId: '210105' })).toMatchObject({
      code: 'NOT_YOURS',
    })
    expect((await district.call('organisation.list', { text: '皇姑区' })).rows).toEqual([])
  })

  it('examines no more than it gives back, but for a few', async () => {
    const { meter } = await cloud.local.measure(
      'api',
      { action: 'organisation.list', input: { parentId: street }, hat: 'administrator-2101' },
      { openid: 'o-admin-2101' },
    )
    expect(meter.indexes).not.toContain('scan')
    expect(meter.examined).toBeLessThanOrEqual(meter.returned + 5)
  })
})

describe('creating and editing', () => {
  it('a community gets its place, and is found by its initials at once', async () => {
    const id = await fresh('蜂巢社区')
    expect(await city.call('organisation.view', { id })).toMatchObject({
      name: '蜂巢社区',
      location: '沈河区 · 北站街道',
      path: [{ name: '沈阳市' }, { name: '沈河区' }, { name: '北站街道' }],
      active: true,
      version: 1,
    })
    expect((await city.call('place.search', { text: 'fcsq' })).places.map((place) => place.id)).toContain(id)
    const rider = cloud.phone('o-new-rider')
    const sent = await rider.call('appeal.submit', {
      kind: 'request',
      category: 'parking',
      text: '没地方停',
      area: id,
      trade: 'delivery',
    })
    expect(sent.organisation).toMatchObject({ id, name: '蜂巢社区' })
  })

  it('a district comes with its committees', async () => {
    const { id } = await city.call('organisation.create', {
      parentId: '2101',
      name: '新城区',
      kind: 'district',
    })
    const { rows } = await city.call('organisation.list', { parentId: id })
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['新城区两新工委', '新城区网约配送行业党委']),
    )
    expect(rows).toHaveLength(5)
  })

  it.each([
    [
      'a kind that does not stand there',
      { parentId: street, name: '某区', kind: 'district' },
      'KIND_MISPLACED',
    ],
    [
      'a committee by hand',
      { parentId: '210103', name: '某委', kind: 'newSectorCommittee' },
      'KIND_MISPLACED',
    ],
    ['a name that is there', { parentId: street, name: '凯旋社区', kind: 'community' }, 'NAME_TAKEN'],
    ['no name', { parentId: street, name: ' ', kind: 'community' }, 'TEXT_EMPTY'],
    ['a name too long', { parentId: street, name: '长'.repeat(41), kind: 'community' }, 'TEXT_TOO_LONG'],
    [
      'a parent that is not there',
      { parentId: 'x', name: '某社区', kind: 'community' },
      'ORGANISATION_NOT_FOUND',
    ],
    [
      'an operator for a parent',
      { parentId: { $ne: 1 }, name: '某社区', kind: 'community' },
      'FIELD_INVALID',
    ],
  ])('refuses %s', async (_, input, code) => {
    const before = await dump()
    expect(await city.refused('organisation.create', input)).toMatchObject({ code })
    expect(await dump()).toEqual(before)
  })

  it('details are kept, shown, and taken away again', async () => {
    const id = await fresh('资料社区')
    const ring = [
      [123.4, 41.8],
      [123.5, 41.8],
      [123.5, 41.9],
      [123.4, 41.8],
    ]
    const hours = [{ opens: 510, closes: 1020 }, null, null, null, null, null, null]
    const full = {
      centre: { longitude: 123.44, latitude: 41.81 },
      hours,
      trades: ['delivery' as const],
      phone: '024-12345678',
      boundary: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    }
    await city.call('organisation.edit', { id, version: 1, ...full })
    expect(await city.call('organisation.view', { id })).toMatchObject({
      ...full,
      boundary: ring,
      version: 2,
    })
    const { centre, hours: _, trades, phone, boundary } = await gone(id)
    expect([centre, trades, phone, boundary]).toEqual([undefined, [], undefined, undefined])
  })

  async function gone(id: string) {
    const nothing = { centre: null, hours: null, trades: null, phone: null, boundary: null }
    await city.call('organisation.edit', { id, version: 2, ...nothing })
    return city.call('organisation.view', { id })
  }

  it.each([
    ['an old sight', { version: 99 }, 'ORGANISATION_STALE'],
    ['a boundary that is none', { boundary: '{"type":"Point"}' }, 'BOUNDARY_INVALID'],
    ['a place outside China', { centre: { longitude: 41.8, latitude: 123.4 } }, 'FIELD_INVALID'],
    ['a phone of letters', { phone: 'abc' }, 'FIELD_INVALID'],
    ['six days', { hours: [null, null, null, null, null, null] }, 'FIELD_INVALID'],
    ['a name that a neighbour has', { name: '凯旋社区' }, 'NAME_TAKEN'],
    ['a field too many', { active: false }, 'FIELD_UNKNOWN'],
  ])('refuses %s', async (_, wrong, code) => {
    const { rows } = await city.call('organisation.list', { text: '资料社区' })
    const { id = '', version = 0 } = rows[0] ?? {}
    const before = await dump()
    const refusal = await city.refused('organisation.edit', { id, version, ...wrong })
    expect(refusal.code).toBe(code)
    expect(refusal.message).not.toMatch(/undefined|\{|\}|invalid|expected/i)
    expect(await dump()).toEqual(before)
  })

  it('a new name reaches appeals, people and what lies below, once it was carried over', async () => {
    const id = await fresh('旧名社区')
    const worker = await cloud.staff({ openid: 'o-renamed', role: 'gridWorker', organisationId: kaixuan })
    await appointAt(await worker.personId(), id, '旧名社区')
    const { id: appeal } = await submitAt(id)
    await city.call('organisation.edit', { id, version: 1, name: '新名社区' })
    expect(await city.call('organisation.settle', { id })).toMatchObject({ left: false })
    const seen = await cloud.phone('o-renamed', `gridWorker-${kaixuan}`).call('appeal.view', { id: appeal })
    expect(seen.organisation).toEqual({ id, name: '新名社区' })
    const { hats } = await worker.call('person.me', {})
    expect(hats[0]?.organisation.name).toBe('新名社区')
  })
})

async function appointAt(personId: string, id: string, name: string) {
  const { people } = await import('../../store/people.ts')
  const { command } = await import('../../store/collection.ts')
  const [held] = (await people.get(personId))?.appointments ?? []
  const organisation = { id, name, kind: 'community', area: id }
  await people.update({ _id: personId }, { appointments: command.set([{ ...held, organisation }]) })
}

const submitAt = (area: string, openid = 'o-rider') =>
  cloud.phone(openid).call('appeal.submit', {
    kind: 'request',
    category: 'parking',
    text: '没地方停车',
    area,
    trade: 'delivery',
  })

describe('closing and opening several at once', () => {
  it('answers for each: what has work or something below it stays', async () => {
    const [empty, busy] = [await fresh('空社区'), await fresh('忙社区')]
    await submitAt(busy)
    const ids = [street, busy, empty, 'nothing', '210105']
    const { results } = await district.call('organisation.close', { ids })
    expect(results.map(({ id, done }) => [id, done])).toEqual([
      [street, false],
      [busy, false],
      [empty, true],
      ['nothing', false],
      ['210105', false],
    ])
    expect(results[0]?.message).toMatch(/下面还有 \d+ 个在用的单位/)
    expect(results[1]?.message).toContain('手里还有 1 件没办完')
    expect(results[4]?.message).toContain('不归您')
    const closed = await district.call('organisation.list', { parentId: street, active: false })
    expect(closed.rows.map(({ id }) => id)).toEqual([empty])
    expect(
      (await cloud.phone('o-rider').call('place.search', { text: '空社区' })).places.map(({ id }) => id),
    ).not.toContain(empty)
    expect((await district.call('organisation.open', { ids: [empty] })).results[0]?.done).toBe(true)
    expect((await district.call('organisation.open', { ids: [empty] })).results[0]?.message).toContain(
      '本来就在用',
    )
  })

  it('the same request twice has one effect and leaves one line in the audit', async () => {
    const id = await fresh('关一次社区')
    const requestId = newRequestId()
    const first = await city.call('organisation.close', { ids: [id] }, requestId)
    expect(await city.call('organisation.close', { ids: [id] }, requestId)).toEqual(first)
    const { audit } = await import('../../store/audit.ts')
    const lines = await audit.find({ where: { 'organisation.id': id }, limit: 10 })
    expect(lines.map(({ action }) => action).sort()).toEqual(['organisation.close', 'organisation.create'])
  })

  it.each([
    ['none', { ids: [] }],
    ['51', { ids: Array.from({ length: 51 }, (_, index) => `id-${index}`) }],
    ['an operator', { ids: [{ $ne: null }] }],
    ['a field too many', { ids: ['x'], force: true }],
  ])('refuses %s', async (_, input) => {
    const before = await dump()
    for (const action of ['organisation.close', 'organisation.open'] as const)
      expect((await city.refused(action, input)).code).toMatch(/^FIELD_/)
    expect(await dump()).toEqual(before)
  })

  it('a catch-all stays while its area has anybody', async () => {
    const { results } = await city.call('organisation.close', { ids: ['210103-newSectorCommittee'] })
    expect(results[0]?.message).toMatch(/还要给 \d+ 个单位兜底/)
  })
})

describe('merging', () => {
  it('two communities: open and closed appeals and people go over, nothing is lost', async () => {
    const former = await fresh('并入社区')
    const heir = await fresh('承接社区')
    const worker = await cloud.staff({ openid: 'o-merged', role: 'gridWorker', organisationId: kaixuan })
    await appointAt(await worker.personId(), former, '并入社区')
    const open: string[] = []
    for (let index = 0; index < 60; index += 1) open.push((await submitAt(former)).id)
    const [finished = '', accepted = ''] = open
    for (const id of [finished, accepted]) await worker.call('appeal.accept', { id, version: 1 })
    await worker.call('appeal.resolve', { id: finished, version: 2, words: '好了' })
    await cloud.phone('o-rider').call('appeal.confirm', { id: finished, version: 3, answer: 'satisfied' })
    const before = await cloud.phone('o-rider').call('appeal.view', { id: accepted })

    await city.call('organisation.merge', { id: former, version: 1, heirId: heir })
    const view = await city.call('organisation.view', { id: former })
    expect(view).toMatchObject({
      active: false,
      mergedInto: { id: heir, name: '承接社区' },
      unsettled: { why: 'merge', done: 0, total: 61 },
    })
    expect(await city.refused('organisation.open', { ids: [] })).toMatchObject({ code: 'FIELD_INVALID' })
    expect((await city.call('organisation.open', { ids: [former] })).results[0]?.message).toContain(
      '已经并入',
    )
    // The first batch, broken off; another administrator goes on.
    expect(await city.call('organisation.settle', { id: former })).toMatchObject({
      moved: 50,
      left: true,
      done: 50,
      total: 61,
    })
    expect(await district.call('organisation.settle', { id: former })).toMatchObject({
      moved: 11,
      left: false,
    })
    expect(await city.call('organisation.settle', { id: former })).toEqual({
      moved: 0,
      left: false,
      done: 0,
      total: 0,
    })

    const again = cloud.phone('o-merged', `gridWorker-${kaixuan}`)
    expect((await again.call('person.me', {})).hats.map((hat) => hat.organisation.name)).toEqual(['承接社区'])
    expect((await again.call('appeal.work', {})).counts?.all).toBe(59)
    const done = await again.call('appeal.work', { filter: 'done' })
    expect(done.rows.map(({ id }) => id)).toEqual([finished])
    const seen = await cloud.phone('o-rider').call('appeal.view', { id: accepted })
    expect(seen).toMatchObject({
      state: 'accepted',
      acceptBy: before.acceptBy,
      resolveBy: before.resolveBy,
      updatedAt: before.updatedAt,
    })
    expect(seen.timeline[0]).toMatchObject({
      action: 'inherit',
      words: '并入社区并入承接社区，由承接社区承接',
    })
    await again.call('appeal.resolve', { id: accepted, version: seen.version, words: '接着办完了' })
    // A phone that remembers the former community reaches the heir.
    expect((await submitAt(former)).organisation).toEqual({ id: heir, name: '承接社区' })
    const { appeals } = await import('../../store/appeals.ts')
    expect(await appeals.count({ 'organisation.id': former })).toBe(0)
    const { verifyLog } = await import('../../../domain/appeal/log.ts')
    expect(verifyLog((await appeals.get(accepted))?.events ?? [])).toBe(true)
  }, 60_000)

  it.each([
    ['itself', (id: string) => id, 'MERGE_SELF'],
    ['another kind', () => street, 'MERGE_KINDS'],
    ['what is not there', () => 'nothing', 'ORGANISATION_NOT_FOUND'],
  ])('refuses %s', async (_, heirOf, code) => {
    const id = await fresh(`拒并社区${code}`)
    const before = await dump()
    expect(await city.refused('organisation.merge', { id, version: 1, heirId: heirOf(id) })).toMatchObject({
      code,
    })
    expect(await dump()).toEqual(before)
  })

  it('needs rights on both ends', async () => {
    const heirId = (await city.call('organisation.list', { text: '皇姑区' })).rows.find(
      ({ kind }) => kind === 'district',
    )?.id
    expect(await district.refused('organisation.merge', { id: '210103', version: 1, heirId })).toMatchObject({
      code: 'NOT_YOURS',
    })
  })
})

describe('at the same moment', () => {
  it('two who carry on hand everything over once', async () => {
    const [former, heir] = [await fresh('同时甲社区'), await fresh('同时乙社区')]
    const sent: string[] = []
    for (let index = 0; index < 8; index += 1) sent.push((await submitAt(former)).id)
    await city.call('organisation.merge', { id: former, version: 1, heirId: heir })
    await Promise.all(
      [city, district, city].map((phone) => phone.call('organisation.settle', { id: former })),
    )
    for (let left = true; left; ) left = (await city.call('organisation.settle', { id: former })).left
    const { appeals } = await import('../../store/appeals.ts')
    for (const id of sent) {
      const stored = await appeals.get(id)
      expect(stored?.organisation.id).toBe(heir)
      expect(stored?.events.map(({ action }) => action)).toEqual(['submit', 'inherit'])
    }
  })

  it('nothing comes to stand below what is being closed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const parent = (
        await city.call('organisation.create', { parentId: '210103', name: `争${round}街道`, kind: 'street' })
      ).id
      const [closing] = await Promise.all([
        city.call('organisation.close', { ids: [parent] }),
        district
          .call('organisation.create', { parentId: parent, name: '争社区', kind: 'community' })
          .catch(() => {}),
      ])
      const { rows } = await city.call('organisation.list', { parentId: parent })
      expect(rows.length).toBe(closing.results[0]?.done ? 0 : 1)
    }
  })

  it('of two who edit what they saw, one is told to look again', async () => {
    const id = await fresh('同改社区')
    const edits = await Promise.allSettled(
      ['024-1111111', '024-2222222'].map((phone) =>
        city.call('organisation.edit', { id, version: 1, phone }),
      ),
    )
    expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = edits.find((each) => each.status === 'rejected')
    expect(lost).toMatchObject({ reason: { code: 'ORGANISATION_STALE' } })
  })
})

describe('moving a street to another district', () => {
  it('takes its communities and their appeals along, in batches that anybody may go on with', async () => {
    const moving = (
      await city.call('organisation.create', { parentId: '210103', name: '搬家街道', kind: 'street' })
    ).id
    const communities: string[] = []
    for (let index = 0; index < 3; index += 1) communities.push(await fresh(`搬家${index}社区`, moving))
    const [first = ''] = communities
    const sent: string[] = []
    for (let index = 0; index < 55; index += 1) sent.push((await submitAt(first)).id)
    await city.call('organisation.move', { id: moving, version: 1, parentId: '210105' })
    expect(
      await city.refused('organisation.move', { id: moving, version: 2, parentId: '210103' }),
    ).toMatchObject({
      code: 'UNSETTLED',
    })
    expect(
      await city.refused('organisation.create', { parentId: first, name: '新队', kind: 'team' }),
    ).toMatchObject({ code: 'UNSETTLED' })
    expect(await city.call('organisation.settle', { id: moving })).toMatchObject({ left: true })
    for (let left = true; left; ) left = (await city.call('organisation.settle', { id: moving })).left

    for (const id of communities)
      expect(await city.call('organisation.view', { id })).toMatchObject({
        location: '皇姑区 · 搬家街道',
        path: [{ name: '沈阳市' }, { name: '皇姑区' }, { name: '搬家街道' }],
      })
    expect(await city.call('organisation.view', { id: moving })).not.toHaveProperty('unsettled')
    const { appeals } = await import('../../store/appeals.ts')
    for (const id of sent) {
      const { organisation, events } = (await appeals.get(id)) ?? {}
      expect(organisation).toMatchObject({
        id: first,
        ancestors: [moving, '210105', '2101'],
        catchAllId: '210105-newSectorCommittee',
      })
      expect(events).toHaveLength(1)
    }
  }, 60_000)

  it.each([
    ['a district below a community', '210103', kaixuan, 'NOT_MOVABLE'],
    ['under itself', street, street, 'BELOW_ITSELF'],
    ['where it is', street, '210103', 'ALREADY_THERE'],
    ['under a community', street, '210105001002', 'KIND_MISPLACED'],
  ])('refuses to put it, %s', async (_, id, parentId, code) => {
    const { version } = await city.call('organisation.view', { id })
    const before = await dump()
    expect(await city.refused('organisation.move', { id, version, parentId })).toMatchObject({ code })
    expect(await dump()).toEqual(before)
  })
})

describe('tables', () => {
  const table = (...lines: string[]) =>
    ['编号,名称,类型,上级编号,经度,纬度,开放时间,服务对象,电话', ...lines].join('\n')

  it('a dry run tells every fault by row and column, and changes nothing', async () => {
    const csv = table(
      `${kaixuan},,,,123.4,,,,`,
      `nothing,改名,,,,,,,`,
      `,没上级,社区,,,,,,`,
      `,错类型,区县,${street},,,,,`,
      `${kaixuan},,,,,,整天,,abc`,
      `,凯旋社区,社区,${street},,,,,`,
      `,表里社区,社区,${street},123.44,41.81,周一至周五 09:00-18:00,外卖骑手、快递小哥,024-88888888`,
    )
    const before = await dump()
    const { faults, changes, rows } = await city.call('organisation.importRows', { csv, dryRun: true })
    expect(rows).toBe(7)
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 纬度',
      '3 编号',
      '4 上级编号',
      '5 类型',
      '6 电话',
      '6 开放时间',
      '7 名称',
    ])
    expect(changes).toEqual([{ row: 8, words: '新建社区“表里社区”，放在北站街道下面' }])
    expect(await city.refused('organisation.importRows', { csv, dryRun: false })).toMatchObject({
      code: 'ROWS_FAULTY',
    })
    expect(await dump()).toEqual(before)
  })

  it('good rows are carried out together, and once', async () => {
    const csv = table(
      `${kaixuan},,,,123.45,41.82,,,`,
      `,表格社区,社区,${street},123.44,41.81,周一至周五 09:00-18:00,外卖骑手,024-88888888`,
    )
    const requestId = newRequestId()
    const first = await city.call('organisation.importRows', { csv, dryRun: false }, requestId)
    expect(first.changes).toHaveLength(2)
    expect(await city.call('organisation.importRows', { csv, dryRun: false }, requestId)).toEqual(first)
    const { rows } = await city.call('organisation.list', { text: 'bgsq' })
    expect(await city.call('organisation.view', { id: rows[0]?.id ?? '' })).toMatchObject({
      name: '表格社区',
      centre: { longitude: 123.44, latitude: 41.81 },
      phone: '024-88888888',
      trades: ['delivery'],
    })
    expect(await city.call('organisation.view', { id: kaixuan })).toMatchObject({
      centre: { longitude: 123.45, latitude: 41.82 },
    })
  })

  it('what was exported can be imported again and changes nothing', async () => {
    let csv = ''
    for (let cursor: string | undefined; ; ) {
      const piece = await district.call('organisation.exportRows', { ...(cursor && { cursor }) })
      csv += piece.csv
      cursor = piece.next
      if (!cursor) break
    }
    expect(csv.startsWith('\uFEFF编号,名称')).toBe(true)
    expect(csv).toContain('凯旋社区')
    const { piecesOf } = await import('../../../domain/place/lines.ts')
    for (const { text } of piecesOf(csv, 100)) {
      const { faults, changes } = await city.call('organisation.importRows', { csv: text, dryRun: true })
      expect(faults.filter(({ fault }) => !fault.includes('已经关了'))).toEqual([])
      expect(changes).toEqual([])
    }
    const { auditOf } = await import('../../store/audit.ts')
    const lines = await auditOf('210103', { action: 'organisation.exportRows' }, undefined, 10)
    expect(lines).toHaveLength(1)
  })

  it.each([
    ['no table', '你好', '没有这一列'],
    ['a column that nobody knows', '编号,名称,颜色', '没有这一列'],
    ['a heading without 编号', '名称', '少了这一列'],
  ])('%s is told', async (_, csv, fault) => {
    const { faults } = await city.call('organisation.importRows', { csv, dryRun: true })
    expect(faults.map((each) => each.fault)).toContain(fault)
  })

  it('a quote without its other half, and too many rows, are refused', async () => {
    const cut = await city.refused('organisation.importRows', { csv: '编号,名称\n"a,b', dryRun: true })
    expect(cut.code).toBe('CSV_UNREADABLE')
    const long = `编号,名称\n${'1,某\n'.repeat(101)}`
    expect((await city.refused('organisation.importRows', { csv: long, dryRun: true })).message).toContain(
      '101',
    )
  })
})

it.each([
  ['organisation.settle', { id: 'nothing' }, 'ORGANISATION_NOT_FOUND'],
  ['organisation.exportRows', { id: 'nothing' }, 'ORGANISATION_NOT_FOUND'],
  ['organisation.exportRows', { id: '210105' }, 'NOT_YOURS'],
  ['organisation.exportRows', { id: '210103', cursor: '[1,{}]' }, 'FIELD_INVALID'],
  ['organisation.importRows', { csv: '', dryRun: true }, 'TEXT_EMPTY'],
  ['organisation.importRows', { csv: '长'.repeat(30_000), dryRun: true }, 'TEXT_TOO_LONG'],
  ['place.near', { longitude: 41, latitude: 123 }, 'FIELD_INVALID'],
] as const)('%s of %j is refused', async (action, input, code) => {
  const before = await dump()
  expect(await district.refused(action, input)).toMatchObject({ code })
  expect(await dump()).toEqual(before)
})

describe('near', () => {
  it('whose boundary holds the position comes first, then the nearest centre, none beyond 3 km', async () => {
    const [near, holding] = [await fresh('近旁社区'), await fresh('圈住社区')]
    const at = { longitude: 123.7, latitude: 41.7 }
    await city.call('organisation.edit', {
      id: near,
      version: 1,
      centre: { longitude: 123.701, latitude: 41.7 },
    })
    const ring = [
      [123.69, 41.69],
      [123.71, 41.69],
      [123.71, 41.71],
      [123.69, 41.71],
      [123.69, 41.69],
    ]
    await city.call('organisation.edit', {
      id: holding,
      version: 1,
      centre: { longitude: 123.72, latitude: 41.7 },
      boundary: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    })
    const { places } = await city.call('place.near', at)
    expect(places.map(({ name, inside }) => [name, inside])).toEqual([
      ['圈住社区', true],
      ['近旁社区', false],
    ])
    expect(places[1]?.metres).toBeGreaterThan(50)
    expect((await city.call('place.near', { longitude: 124.5, latitude: 41.7 })).places).toEqual([])
  })
})
