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

const dump = async () => {
  const { audit: _, ...rest } = await cloud.local.dump()
  return rest
}

const exportsOf = async (id: string) => {
  const { auditOf } = await import('../../store/audit.ts')
  return auditOf(id, { action: 'organisation.exportRows' }, undefined, 20)
}

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
    let pieces = 0
    for (let cursor: string | undefined; ; ) {
      const piece = await district.call('organisation.exportRows', { ...(cursor && { cursor }) })
      csv += piece.csv
      pieces += 1
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
    expect(await exportsOf('210103')).toHaveLength(pieces)
  })

  it('no piece is taken out unseen, wherever it begins; the same request is written down once', async () => {
    const before = (await exportsOf('210105')).length
    const requestId = newRequestId()
    const forged = { id: '210105', cursor: '[0,"0"]' }
    const first = await city.call('organisation.exportRows', forged, requestId)
    expect(first.rows).toBeGreaterThan(100)
    expect(await city.call('organisation.exportRows', forged, requestId)).toEqual(first)
    expect(await exportsOf('210105')).toHaveLength(before + 1)
    // Another piece under the same request is another piece.
    await city.call('organisation.exportRows', { id: '210105' }, requestId)
    expect(await exportsOf('210105')).toHaveLength(before + 2)
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
