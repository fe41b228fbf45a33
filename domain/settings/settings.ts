/** What a city may set, in the order in which it is shown. */
export const groups = ['clocks', 'appeals', 'tasks', 'points', 'notices', 'retention'] as const
export type Group = (typeof groups)[number]

/**
 * From when on a change holds. `appeal`: for what is sent from now on; an appeal keeps what was promised when it was sent
 * (docs/decisions/02, 35). `task`: for what is made from now on. `approval`: for what is approved from now on. `now`: at
 * once, for everything.
 */
export type Holds = 'appeal' | 'task' | 'approval' | 'now'

/** One number that a city may set. */
export interface Setting {
  group: Group
  unit: string
  /** What holds in a city that has set nothing. */
  standard: number
  least: number
  most: number
  holds: Holds
}

/** Every number that a city may set. What is not here is the same everywhere (docs/decisions/35). */
export const settings = {
  urgentAcceptMinutes: { group: 'clocks', unit: '分钟', standard: 30, least: 10, most: 120, holds: 'appeal' },
  urgentResolveHours: { group: 'clocks', unit: '小时', standard: 24, least: 4, most: 72, holds: 'appeal' },
  pageMinutes: { group: 'clocks', unit: '分钟', standard: 10, least: 5, most: 30, holds: 'appeal' },
  highAcceptHours: { group: 'clocks', unit: '工作小时', standard: 4, least: 1, most: 8, holds: 'appeal' },
  highResolveDays: { group: 'clocks', unit: '个工作日', standard: 3, least: 1, most: 10, holds: 'appeal' },
  acceptDays: { group: 'clocks', unit: '个工作日', standard: 1, least: 1, most: 3, holds: 'appeal' },
  normalResolveDays: { group: 'clocks', unit: '个工作日', standard: 7, least: 2, most: 30, holds: 'appeal' },
  hardResolveDays: { group: 'clocks', unit: '个工作日', standard: 15, least: 5, most: 60, holds: 'appeal' },
  answerDays: { group: 'appeals', unit: '天', standard: 3, least: 1, most: 10, holds: 'appeal' },
  closeDays: { group: 'appeals', unit: '天', standard: 10, least: 3, most: 30, holds: 'appeal' },
  reopenDays: { group: 'appeals', unit: '天', standard: 10, least: 5, most: 60, holds: 'appeal' },
  reopens: { group: 'appeals', unit: '次', standard: 2, least: 1, most: 5, holds: 'appeal' },
  returns: { group: 'appeals', unit: '次', standard: 2, least: 1, most: 5, holds: 'appeal' },
  suspensions: { group: 'appeals', unit: '次', standard: 2, least: 0, most: 5, holds: 'appeal' },
  suspendedDays: { group: 'appeals', unit: '个工作日', standard: 15, least: 1, most: 60, holds: 'appeal' },
  suspendedAlone: { group: 'appeals', unit: '个工作日', standard: 5, least: 1, most: 30, holds: 'appeal' },
  urgeDays: { group: 'appeals', unit: '天', standard: 1, least: 1, most: 7, holds: 'appeal' },
  checkInBefore: { group: 'tasks', unit: '分钟', standard: 30, least: 10, most: 120, holds: 'task' },
  checkInAfter: { group: 'tasks', unit: '分钟', standard: 30, least: 10, most: 120, holds: 'task' },
  proofDays: { group: 'tasks', unit: '天', standard: 2, least: 1, most: 7, holds: 'task' },
  releaseHours: { group: 'tasks', unit: '小时', standard: 2, least: 0, most: 24, holds: 'task' },
  offerMinutes: { group: 'tasks', unit: '分钟', standard: 15, least: 5, most: 120, holds: 'task' },
  codeDays: { group: 'points', unit: '天', standard: 14, least: 3, most: 60, holds: 'approval' },
  monthBudget: { group: 'points', unit: '分', standard: 1200, least: 0, most: 100_000, holds: 'now' },
  mergeMinutes: { group: 'notices', unit: '分钟', standard: 2, least: 1, most: 60, holds: 'now' },
  dayMessages: { group: 'notices', unit: '条', standard: 20, least: 3, most: 100, holds: 'now' },
  inboxDays: { group: 'retention', unit: '天', standard: 365, least: 90, most: 1095, holds: 'now' },
  identityDays: { group: 'retention', unit: '天', standard: 365, least: 180, most: 1825, holds: 'appeal' },
  addressDays: { group: 'retention', unit: '天', standard: 30, least: 7, most: 90, holds: 'task' },
  declineDays: { group: 'retention', unit: '天', standard: 90, least: 30, most: 365, holds: 'now' },
  lookDays: { group: 'retention', unit: '天', standard: 1095, least: 730, most: 3650, holds: 'now' },
  auditYears: { group: 'retention', unit: '年', standard: 10, least: 5, most: 30, holds: 'now' },
} as const satisfies Record<string, Setting>

export type SettingKey = keyof typeof settings
export const settingKeys = Object.keys(settings) as [SettingKey, ...SettingKey[]]

type KeyThatHolds<H extends Setting['holds']> = {
  [K in SettingKey]: (typeof settings)[K]['holds'] extends H ? K : never
}[SettingKey]

/** Numbers that differ from the standard; the others are absent. */
export type Numbers = Partial<Record<SettingKey, number>>
/** What an appeal, or a task, keeps of its city's numbers for as long as it lives. */
export type AppealTerms = Partial<Record<KeyThatHolds<'appeal'>, number>>
export type TaskTerms = Partial<Record<KeyThatHolds<'task'>, number>>

const keysThatHold = <H extends Setting['holds']>(holds: H) =>
  settingKeys.filter((key) => settings[key].holds === holds) as [KeyThatHolds<H>, ...KeyThatHolds<H>[]]
export const appealKeys = keysThatHold('appeal')
export const taskKeys = keysThatHold('task')

/** The number that holds: what was set, else the standard. */
export function settingOf<K extends SettingKey>(numbers: Partial<Record<K, number>> | undefined, key: K) {
  const set: number | undefined = numbers?.[key]
  return set ?? settings[key].standard
}

/** What an appeal that is sent now keeps of its city's numbers; undefined when the city has set none of them. */
export const appealTerms = (numbers: Numbers | undefined): AppealTerms | undefined =>
  partOf(numbers, appealKeys)

/** What a task that is made now keeps of its city's numbers; undefined when the city has set none of them. */
export const taskTerms = (numbers: Numbers | undefined): TaskTerms | undefined => partOf(numbers, taskKeys)

function partOf<K extends SettingKey>(
  numbers: Numbers | undefined,
  keys: readonly K[],
): Partial<Record<K, number>> | undefined {
  const set = keys.flatMap((key) => {
    const value = numbers?.[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  return set.length > 0 ? (Object.fromEntries(set) as Partial<Record<K, number>>) : undefined
}
