import { type Trade, tradeNames } from '../people/roles.ts'
import { changedDetails, type Details, detailNames, phonePattern } from './details.ts'
import { isInChina, type Point } from './geography.ts'
import { hoursOf, hoursText, type WeekHours } from './hours.ts'
import { placeLimits } from './limits.ts'
import type { ListedOrganisation, Organisation } from './organisation.ts'
import { fitsUnder, kindNames } from './placement.ts'

/** Columns of the table of organisations, as it is exported and imported. */
export const columns = {
  id: '编号',
  name: '名称',
  kind: '类型',
  parentId: '上级编号',
  parent: '上级',
  longitude: '经度',
  latitude: '纬度',
  hours: '开放时间',
  trades: '服务对象',
  phone: '电话',
  state: '状态',
} as const satisfies Record<string, string>

export type Column = keyof typeof columns
export const columnNames = Object.values(columns)
type Cells = Partial<Record<Column, string>>

/** What is wrong with a row, and in which column. Rows are counted as a spreadsheet does: the heading is row 1. */
export interface Fault {
  row: number
  column: string
  fault: string
}

/** What a row would do: change one that exists, or make a new one. */
export type RowPlan =
  | { row: number; organisation: Organisation; details: Details }
  | { row: number; parent: Organisation; kind: Organisation['kind']; name: string; details: Details }

const stateNames = { open: '在用', closed: '已关' } as const

/** An organisation as a row. Its parent's name is for the reader only. */
export function rowOf(organisation: ListedOrganisation): Record<Column, string> {
  const { _id, name, kind, parentId, location, centre, hours, trades, phone, active } = organisation
  return {
    id: _id,
    name,
    kind: kindNames[kind],
    parentId: parentId ?? '',
    parent: location,
    longitude: centre ? String(centre.longitude) : '',
    latitude: centre ? String(centre.latitude) : '',
    hours: hours ? hoursText(hours) : '',
    trades: (trades ?? []).map((trade) => tradeNames[trade]).join('、'),
    phone: phone ?? '',
    state: active ? stateNames.open : stateNames.closed,
  }
}

/** Of a heading: which columns it has; faults for those that are unknown, missing or there twice. */
export function headingOf(heading: readonly string[]): { columns: (Column | undefined)[]; faults: Fault[] } {
  const known = heading.map((text) => columnOf(text))
  const faults: Fault[] = []
  for (const [index, text] of heading.entries()) {
    if (!known[index]) faults.push({ row: 1, column: text || `第 ${index + 1} 列`, fault: '没有这一列' })
    else if (known.indexOf(known[index]) < index)
      faults.push({ row: 1, column: text, fault: '这一列写了两遍' })
  }
  for (const needed of ['id', 'name'] as const)
    if (!known.includes(needed)) faults.push({ row: 1, column: columns[needed], fault: '少了这一列' })
  return { columns: known, faults }
}

function columnOf(text: string): Column | undefined {
  return (Object.keys(columns) as Column[]).find((column) => columns[column] === text.trim())
}

/** What of the database a row is checked against. */
export interface Known {
  /** Organisations by id: those that rows name as themselves or as their parent, as far as they exist. */
  organisation: (id: string) => Organisation | undefined
  /** Whether the one who imports administers it. */
  mayChange: (organisation: Organisation) => boolean
}

/**
 * Checks one row: what it would do, or every fault in it. An empty cell leaves what is stored; a row without 编号 makes
 * a new organisation. Kind, parent and state of one that exists are changed on its own page, where people see what
 * follows, not here.
 */
export function planOf(row: number, cells: Cells, known: Known): RowPlan | Fault[] {
  const faults: Fault[] = []
  const wrong = (column: Column, fault: string) => {
    faults.push({ row, column: columns[column], fault })
  }
  const details = detailsOf(cells, wrong)
  const id = text(cells.id)
  const plan = id ? changeOf(id, cells, known, wrong) : creationOf(cells, known, wrong)
  if (faults.length > 0 || !plan) return faults
  if ('organisation' in plan) {
    const differing = changedDetails(plan.organisation, details)
    return { row, ...plan, details: Object.fromEntries(differing.map((field) => [field, details[field]])) }
  }
  return { row, ...plan, details }
}

type Wrong = (column: Column, fault: string) => void
const text = (cell: string | undefined): string => (cell ?? '').trim()

function changeOf(id: string, cells: Cells, known: Known, wrong: Wrong) {
  const organisation = known.organisation(id)
  if (!organisation) return wrong('id', '没有这个编号，新建请留空')
  if (!known.mayChange(organisation)) return wrong('id', '这个单位不归您管')
  if (!organisation.active) return wrong('id', '这个单位已经关了，要改请先重新启用')
  if (organisation.unsettled) return wrong('id', '它上次的调整还没办完，请先打开它接着办')
  const now = rowOf(organisation)
  for (const column of ['kind', 'parentId', 'state'] as const)
    if (text(cells[column]) && text(cells[column]) !== now[column])
      wrong(column, `现在是${now[column] || '空的'}，这里改不了，请到单位页面改`)
  return { organisation }
}

function creationOf(cells: Cells, known: Known, wrong: Wrong) {
  const name = text(cells.name)
  if (!name) wrong('name', '新建要写名称')
  const kinds = Object.keys(kindNames) as Organisation['kind'][]
  const kind = kinds.find((each) => kindNames[each] === text(cells.kind))
  if (!kind) wrong('kind', `要写一种：${kinds.map((each) => kindNames[each]).join('、')}`)
  const parent = known.organisation(text(cells.parentId))
  if (!parent) return wrong('parentId', text(cells.parentId) ? '没有这个编号' : '新建要写上级编号')
  if (!known.mayChange(parent)) return wrong('parentId', '这个单位不归您管')
  if (!parent.active) return wrong('parentId', `${parent.name}已经关了`)
  if (kind && (kind === 'tradeCommittee' || kind === 'newSectorCommittee'))
    return wrong('kind', '委员会跟着区县自动建，不用导入')
  if (kind && !fitsUnder(kind, parent.kind))
    return wrong('kind', `${kindNames[kind]}不能放在${parent.name}下面`)
  return kind && name ? { parent, kind, name } : undefined
}

function detailsOf(cells: Cells, wrong: Wrong): Details {
  const name = text(cells.name)
  if ([...name].length > placeLimits.name) wrong('name', `最多 ${placeLimits.name} 个字`)
  const phone = text(cells.phone)
  if (phone && !phonePattern.test(phone)) wrong('phone', '只能是数字和“-”，比如 024-12345678')
  const centre = centreOf(cells, wrong)
  const hours = hoursIn(cells, wrong)
  const trades = tradesOf(cells, wrong)
  return {
    ...(name && { name }),
    ...(centre && { centre }),
    ...(hours && { hours }),
    ...(trades && { trades }),
    ...(phone && { phone }),
  }
}

function centreOf(cells: Cells, wrong: Wrong): Point | undefined {
  const [east, north] = [text(cells.longitude), text(cells.latitude)]
  if (!east && !north) return undefined
  const centre = { longitude: Number(east), latitude: Number(north) }
  if (!east || Number.isNaN(centre.longitude)) wrong('longitude', '要写成数字，比如 123.4315')
  else if (!north || Number.isNaN(centre.latitude)) wrong('latitude', '要写成数字，比如 41.8057')
  else if (!isInChina(centre)) wrong('longitude', '不在国内，经度纬度是不是写反了')
  else return centre
  return undefined
}

function hoursIn(cells: Cells, wrong: Wrong): WeekHours | undefined {
  const written = text(cells.hours)
  const hours = written ? hoursOf(written) : undefined
  if (written && !hours) wrong('hours', '写成这样：周一至周五 08:30-17:00；周六 09:00-12:00')
  return hours
}

function tradesOf(cells: Cells, wrong: Wrong): Trade[] | undefined {
  const names = text(cells.trades)
    .split(/[、,，;；\s]+/)
    .filter(Boolean)
  const all = Object.keys(tradeNames) as Trade[]
  const trades = names.map((name) => all.find((trade) => tradeNames[trade] === name))
  const unknown = names.find((_, index) => !trades[index])
  if (unknown) wrong('trades', `没有“${unknown}”，可以写：${Object.values(tradeNames).join('、')}`)
  const found = trades.filter((trade) => trade !== undefined)
  return found.length > 0 ? found : undefined
}

/** What a row would change, in words. */
export function planWords(plan: RowPlan): string {
  if (!('organisation' in plan))
    return `新建${kindNames[plan.kind]}“${plan.name}”，放在${plan.parent.name}下面`
  const { organisation, details } = plan
  const fields = Object.keys(details) as (keyof Details)[]
  if (fields.length === 0) return ''
  return `${organisation.name}：${fields
    .map((field) => (field === 'name' ? `改名为“${details.name}”` : `改${detailNames[field]}`))
    .join('，')}`
}
