import { describe, expect, it } from 'vitest'
import { piecesOf } from './lines.ts'
import type { Organisation } from './organisation.ts'
import { columns, headingOf, planOf, planWords, rowOf } from './rows.ts'

const street: Organisation = {
  _id: 's',
  name: '某街道',
  kind: 'street',
  area: 's',
  ancestors: ['d', 'c'],
  parentId: 'd',
  catchAllId: 'd-newSectorCommittee',
  location: '某区',
  active: true,
  suffixes: [],
}
const community: Organisation = {
  ...street,
  _id: 'k',
  name: '某社区',
  kind: 'community',
  parentId: 's',
  ancestors: ['s', 'd', 'c'],
  phone: '024-1234567',
  trades: ['delivery', 'express'],
  centre: { longitude: 123.4, latitude: 41.8 },
}
const foreign = { ...community, _id: 'f' }
const closed = { ...community, _id: 'x', active: false }
const known = {
  organisation: (id: string) => [street, community, foreign, closed].find(({ _id }) => _id === id),
  mayChange: ({ _id }: Organisation) => _id !== 'f',
}
const plan = (cells: Parameters<typeof planOf>[1]) => planOf(2, cells, known)

it('a row that was exported changes nothing', () => {
  expect(plan(rowOf(community))).toEqual({ row: 2, organisation: community, details: {} })
})

describe('a row', () => {
  it('changes only what is filled in and differs', () => {
    const found = plan({ id: 'k', name: '新社区', phone: '024-1234567', hours: '周一 09:00-10:00' })
    expect(found).toMatchObject({
      details: { name: '新社区', hours: [{ opens: 540, closes: 600 }, null, null, null, null, null, null] },
    })
    expect(Array.isArray(found) ? '' : planWords(found)).toBe('某社区：改名为“新社区”，改开放时间')
  })

  it('makes a new one', () => {
    const found = plan({ name: '新社区', kind: '社区', parentId: 's', trades: '外卖骑手' })
    expect(found).toEqual({
      row: 2,
      parent: street,
      kind: 'community',
      name: '新社区',
      details: { name: '新社区', trades: ['delivery'] },
    })
  })

  it.each([
    ['an unknown id', { id: 'nothing' }, ['编号']],
    ['somebody else’s', { id: 'f' }, ['编号']],
    ['a closed one', { id: 'x' }, ['编号']],
    ['another kind', { id: 'k', kind: '街道' }, ['类型']],
    ['another parent', { id: 'k', parentId: 'd' }, ['上级编号']],
    ['another state', { id: 'k', state: '已关' }, ['状态']],
    ['no name', { kind: '社区', parentId: 's' }, ['名称']],
    ['no parent, no kind', { name: '新' }, ['类型', '上级编号']],
    ['a kind that does not stand there', { name: '新', kind: '区县', parentId: 's' }, ['类型']],
    ['a committee', { name: '新', kind: '两新工委', parentId: 's' }, ['类型']],
    ['letters for degrees', { id: 'k', longitude: '东', latitude: '41' }, ['经度']],
    ['half a position', { id: 'k', longitude: '123' }, ['纬度']],
    ['degrees the wrong way round', { id: 'k', longitude: '41', latitude: '123' }, ['经度']],
    ['hours that nobody can read', { id: 'k', hours: '白天' }, ['开放时间']],
    ['an unknown trade', { id: 'k', trades: '厨师' }, ['服务对象']],
    ['letters for a phone', { id: 'k', phone: '打我' }, ['电话']],
    ['a long name', { id: 'k', name: '长'.repeat(41) }, ['名称']],
    ['everything at once', { id: 'k', phone: '打我', trades: '厨师' }, ['电话', '服务对象']],
  ])('with %s has a fault', (_, cells, wrong) => {
    const found = plan(cells)
    expect(Array.isArray(found) ? found.map(({ column }) => column) : found).toEqual(wrong)
  })
})

it('a heading tells what is unknown, missing or there twice', () => {
  expect(headingOf(Object.values(columns)).faults).toEqual([])
  expect(
    headingOf(['编号', '名称', '名称', '颜色']).faults.map(({ column, fault }) => `${column}：${fault}`),
  ).toEqual(['名称：这一列写了两遍', '颜色：没有这一列'])
  expect(headingOf(['类型']).faults.map(({ column }) => column)).toEqual(['编号', '名称'])
})

it('a table is cut between rows, not inside quotes', () => {
  const csv = '\uFEFF头\r\n一\r\n"二\n二"\r\n三\r\n'
  expect(piecesOf(csv, 2)).toEqual([
    { text: '头\n一\n"二\n二"', firstRow: 2 },
    { text: '头\n三', firstRow: 4 },
  ])
  expect(piecesOf('头', 2)).toEqual([{ text: '头', firstRow: 2 }])
  expect(piecesOf('', 2)).toEqual([])
})
