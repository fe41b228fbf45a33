import type { Rule } from '../../../domain/appeal/routing'
import type { HatView, Output } from '../../../domain/contract'
import { type RuleChange, ruleChanges } from '../../../domain/routing/changes'
import { useDraft } from '../../call/draft'

export type RulesView = Output<'routing.view'>

/** What the last trial of changed rules said, and of which rules. */
export interface TrialResult {
  of: string
  checked: number
  moved: number
}

interface Draft {
  /** The version that was changed. */
  version?: number
  rules?: Rule[]
  /** Organisations that were named since. */
  names: Record<string, string>
  trial?: TrialResult
}

export interface Desk {
  /** As changed on this phone, else those in force. */
  rules: Rule[]
  changes: RuleChange[]
  /** Somebody else put another version in force since. */
  stale: boolean
  /** The version that the changes are of. */
  version: number
  trial: TrialResult | undefined
  nameOf: (id: string) => string | undefined
  closed: (id: string) => boolean
  change: (rules: Rule[], names?: Record<string, string>) => void
  keepTrial: (trial: TrialResult) => void
  /** Goes on with the changes on top of the version in force. */
  rebase: () => void
  clear: () => void
}

const empty: Draft = { names: {} }

/** The rules on this phone: changes stay here until they are put in force or thrown away. */
export function useDesk(view: RulesView, hat: HatView): Desk {
  const [draft, changeDraft, clear] = useDraft<Draft>(`routing ${hat.organisation.id}`, empty)
  const rules = draft.rules ?? view.rules
  const changes = draft.rules ? ruleChanges(view.rules, draft.rules) : []
  const version = draft.rules ? (draft.version ?? view.version) : view.version
  const known = (id: string) => view.organisations.find((each) => each.id === id)
  return {
    rules,
    changes,
    version,
    stale: changes.length > 0 && version !== view.version,
    trial: draft.trial?.of === signOf(rules) ? draft.trial : undefined,
    nameOf: (id) => known(id)?.name ?? draft.names[id],
    closed: (id) => known(id)?.active === false,
    change: (next, names = {}) =>
      changeDraft((before) => ({ version, rules: next, names: { ...before.names, ...names } })),
    keepTrial: (trial) => changeDraft({ trial }),
    rebase: () => changeDraft({ version: view.version }),
    clear,
  }
}

/** To tell whether a trial was of these very rules. */
export const signOf = (rules: readonly Rule[]): string => JSON.stringify(rules)
