import type { ReliefCaseView } from '../../../domain/contract.ts'
import type { ReliefCase } from '../../../domain/relief/reliefCase.ts'

/** A relief as views show it: of who decided, the post. */
export function reliefCaseView({ decision, ...rest }: ReliefCase): ReliefCaseView {
  return { ...rest, ...(decision && { decision: { ...decision, by: decision.by.title } }) }
}
