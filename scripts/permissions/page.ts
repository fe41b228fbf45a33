import { type AppealAction, transitions } from '../../domain/appeal/states.ts'
import { roleNames } from '../../domain/people/roles.ts'
import { type Grant, type Party, permissions } from '../../domain/permission.ts'

const parties: readonly (readonly [Party, string])[] = [
  ['person', '本人或任何人'],
  ...Object.entries(roleNames).map(([role, name]) => [role as Party, name] as const),
  ['clock', '时钟'],
]
const marks = {
  own: '本人',
  responsible: '负责',
  organisation: '本单位',
  below: '辖区',
  assistant: '协办',
  any: '✓',
}

/** The permission table as a page: a row an action, a column a role, in each cell the relations that are granted. */
export function permissionsPage(): string {
  const head = ['action', ...parties.map(([party, name]) => `${party} ${name}`)]
  const rows = Object.entries(permissions).map(([action, grant]: [string, Grant]) => [
    nameOf(action),
    ...parties.map(([party]) => (grant[party] ?? []).map((relation) => marks[relation]).join('、')),
  ])
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    '# Who may do what',
    '',
    'Written by `npm run permissions` from `domain/permission.ts`; a test keeps it true.',
    '本人: they asked for it · 负责: they took it on · 本单位: their organisation holds it · 辖区: an organisation in their',
    'area holds it · 协办: their organisation helps · ✓: always. Nobody handles their own appeal, whatever hat they wear.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n')
}

function nameOf(action: string): string {
  const step = action.replace('appeal.', '')
  return step in transitions ? `\`${action}\` ${transitions[step as AppealAction].name}` : `\`${action}\``
}
