import papa from 'papaparse'
import { Refusal } from '../../../domain/errors.ts'
import type { ListedOrganisation } from '../../../domain/place/organisation.ts'
import {
  type Column,
  columnNames,
  columns,
  type Fault,
  headingOf,
  rowOf,
} from '../../../domain/place/rows.ts'

export interface TableRow {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number
  cells: Partial<Record<Column, string>>
}

/** Reads a table; refuses text that is none. Empty rows are left out, and counted. */
export function readTable(csv: string): { rows: TableRow[]; faults: Fault[] } {
  const { data, errors } = papa.parse(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  if (errors.some(({ type }) => type === 'Quotes'))
    throw new Refusal('CSV_UNREADABLE', { fault: '有个引号没有配上对' })
  const [heading = [], ...lines] = data
  const { columns: order, faults } = headingOf(heading)
  const rows = lines.flatMap((line, index) =>
    line.every((cell) => cell.trim() === '') ? [] : [{ row: index + 2, cells: cellsOf(line, order) }],
  )
  return { rows, faults }
}

function cellsOf(line: readonly string[], order: readonly (Column | undefined)[]): TableRow['cells'] {
  return Object.fromEntries(
    order.flatMap((column, index) => (column ? [[column, withoutQuote(line[index] ?? '')]] : [])),
  )
}

// Written before what a spreadsheet would take for a formula.
const withoutQuote = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '')

/** Writes organisations as a table; only the first piece has a heading, and the mark by which Excel knows UTF-8. */
export function writeTable(organisations: readonly ListedOrganisation[], first: boolean): string {
  const rows = organisations.map((organisation) => {
    const cells = rowOf(organisation)
    return (Object.keys(columns) as Column[]).map((column) => cells[column])
  })
  const lines = first ? [columnNames, ...rows] : rows
  return `${first ? '\uFEFF' : ''}${papa.unparse(lines, { newline: '\r\n', escapeFormulae: true })}\r\n`
}
