import { sought } from '../appeal/bodies.ts'
import { type Facts, firingRule, misfit, type RuleSet, route } from '../appeal/routing.ts'
import type { ListedOrganisation } from '../place/organisation.ts'

/** What became of a rule, or of an organisation that was tried. */
export type StepOutcome = 'fires' | 'misfit' | 'notReached'
export type TriedOutcome = 'takes' | 'missing' | 'closed' | 'notReached'

/** Where something would go, with every step on the way there (appeals.md, Routing: the dry run). */
export interface DryRun {
  steps: { number: number; name: string; outcome: StepOutcome; why: string }[]
  /** Who was thought of, best first: those who aren't there or are closed are passed over. */
  tried: { name: string; outcome: TriedOutcome }[]
  organisation: { id: string; name: string } | undefined
  /** The sentence that the person would read. */
  reason: string
  confidential: boolean
  assistants: string[]
}

export function dryRun(ruleSet: RuleSet, facts: Facts, organisations: readonly ListedOrganisation[]): DryRun {
  const firing = firingRule(ruleSet, facts)
  const routed = route(ruleSet, facts, organisations)
  const chosen = routed?.organisation
  let found = false
  const tried = sought(firing?.rule.to, facts, organisations).map(({ id, what }) => {
    const organisation = organisations.find(({ _id }) => _id === id)
    const outcome: TriedOutcome = found
      ? 'notReached'
      : !organisation
        ? 'missing'
        : organisation.active
          ? 'takes'
          : 'closed'
    if (outcome === 'takes') found = true
    return { name: organisation?.name ?? what, outcome }
  })
  return {
    steps: ruleSet.rules.map((rule, index) => {
      const number = index + 1
      const { name } = rule
      if (firing && number > firing.number) return { number, name, outcome: 'notReached', why: '没轮到' }
      const why = misfit(rule, facts)
      return { number, name, outcome: why === undefined ? 'fires' : 'misfit', why: why ?? '对上了' }
    }),
    tried,
    organisation: chosen && { id: chosen._id, name: chosen.name },
    reason: routed?.dispatch.reason ?? '',
    confidential: routed?.confidential ?? false,
    assistants: routed?.assistants.map(({ name }) => name) ?? [],
  }
}
