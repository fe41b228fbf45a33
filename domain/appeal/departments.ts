import type { ListedOrganisation } from '../place/organisation.ts'

/** Departments that rules name, each with the word for it (glossary: department). */
export const departmentNames = {
  humanResources: '人社',
  education: '教育',
  housing: '住建',
  police: '公安',
  cityManagement: '城管',
  marketRegulation: '市监',
  transport: '交通',
  fire: '消防',
  health: '卫健',
  postal: '邮政',
  union: '工会',
  women: '妇联',
} as const satisfies Record<string, string>

export type Department = keyof typeof departmentNames

/** What else such a department is called; its own word is always tried. */
const otherNames: Partial<Record<Department, readonly string[]>> = {
  humanResources: ['人力资源'],
  housing: ['住房', '房产'],
  police: ['派出所'],
  cityManagement: ['城市管理', '综合执法'],
  marketRegulation: ['市场监管', '市场监督'],
  health: ['卫生健康'],
  women: ['妇女联合会'],
}

/** The active department of an area, by its name; undefined where the tree has none. The same one each time. */
export function departmentIn(
  area: string,
  department: Department,
  organisations: readonly ListedOrganisation[],
): ListedOrganisation | undefined {
  const names = [departmentNames[department], ...(otherNames[department] ?? [])]
  return organisations
    .filter(
      ({ kind, parentId, active, name }) =>
        kind === 'department' && parentId === area && active && names.some((each) => name.includes(each)),
    )
    .sort((a, b) => (a._id < b._id ? -1 : 1))[0]
}
