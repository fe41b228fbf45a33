import type { Rule } from '../appeal/routing.ts'

/** What differs between two rule sets, rule by rule. */
export interface RuleChange {
  what: 'added' | 'removed' | 'changed' | 'moved'
  id: string
  name: string
}

const verbs = { added: '加了', removed: '去掉了', changed: '改了', moved: '挪了' } as const

/** The changes from one list of rules to another. A rule that is changed and moved counts once, as changed. */
export function ruleChanges(before: readonly Rule[], after: readonly Rule[]): RuleChange[] {
  const old = new Map(before.map((rule) => [rule.id, rule]))
  const kept = new Set(after.map(({ id }) => id))
  const moved = movedIds(before, after)
  const change = (what: RuleChange['what'], { id, name }: Rule): RuleChange => ({ what, id, name })
  return [
    ...before.filter(({ id }) => !kept.has(id)).map((rule) => change('removed', rule)),
    ...after.flatMap((rule) => {
      const former = old.get(rule.id)
      if (!former) return change('added', rule)
      if (!sameRule(former, rule)) return change('changed', rule)
      return moved.has(rule.id) ? change('moved', rule) : []
    }),
  ]
}

/** 加了“教育”，改了“差评、超时”, as the audit and the sheet say it. */
export const changeWords = (changes: readonly RuleChange[]): string =>
  changes.length === 0 ? '没有改动' : changes.map(({ what, name }) => `${verbs[what]}“${name}”`).join('，')

/** Whether two rules say the same; an absent field and an undefined one are alike. */
export const sameRule = (a: Rule, b: Rule): boolean => canonical(a) === canonical(b)

// The database and the forms keep fields in different orders.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  )
}

/** The fewest rules that must have been carried elsewhere: those outside the longest run that kept its order. */
function movedIds(before: readonly Rule[], after: readonly Rule[]): Set<string> {
  const place = new Map(before.map(({ id }, index) => [id, index]))
  const common = after.flatMap(({ id }) => {
    const index = place.get(id)
    return index === undefined ? [] : [{ id, index }]
  })
  const runs: string[][] = []
  common.forEach(({ id, index }, at) => {
    let best: string[] = []
    for (let earlier = 0; earlier < at; earlier += 1) {
      const run = runs[earlier] ?? []
      if ((common[earlier]?.index ?? 0) < index && run.length > best.length) best = run
    }
    runs.push([...best, id])
  })
  const longest = new Set(runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []))
  return new Set(common.map(({ id }) => id).filter((id) => !longest.has(id)))
}
