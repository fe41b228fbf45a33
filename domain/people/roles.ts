/** Roles that an appointment gives in an organisation, with the word people know them by (glossary). */
export const roleNames = {
  messenger: '社情传递员',
  partTimeGridWorker: '兼职网格员',
  gridWorker: '网格员',
  dispatcher: '派单员',
  officer: '承办人',
  secretary: '书记',
  supervisor: '专员',
  clerk: '核销员',
  administrator: '管理员',
} as const satisfies Record<string, string>

export type Role = keyof typeof roleNames

/** A post with its role behind it, such as 2 号网格（网格员）; the role alone when the post has no name of its own. */
export function postName(role: Role, title?: string): string {
  return title && title !== roleNames[role] ? `${title}（${roleNames[role]}）` : roleNames[role]
}

/** What a person does for a living; decides which trade committee is theirs. */
export const tradeNames = {
  delivery: '外卖骑手',
  express: '快递小哥',
  rideHailing: '网约车司机',
  truck: '货车司机',
  internet: '互联网从业者',
  other: '其他',
} as const satisfies Record<string, string>

export type Trade = keyof typeof tradeNames

/** An appointment as its holder wears it. */
export interface Hat {
  id: string
  role: Role
  /** What people call the holder there, such as 2 号网格; the role's name when absent. */
  title?: string
  organisation: { id: string; name: string; kind: OrganisationKind; area: string; ancestors: string[] }
}

/** Kinds of organisations: the territorial tree, and the bodies that stand beside it (people.md). */
export const organisationKinds = [
  'city',
  'district',
  'street',
  'community',
  'tradeCommittee',
  'newSectorCommittee',
  'department',
  'merchant',
  'team',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

/** The person behind a call: who WeChat says they are, and the hat they act under (none: for themselves). */
export interface Caller {
  personId: string
  hat: Hat | undefined
}
