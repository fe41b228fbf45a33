import type { Rule } from '../../../domain/appeal/routing'
import { routingLimits } from '../../../domain/routing/limits'

/** What a rule still needs before it can be put in force; undefined when nothing. */
export function unfinished({ name, reason, to }: Rule): string | undefined {
  if (name.trim() === '') return '叫什么'
  if ([...name.trim()].length > routingLimits.name) return `名字最多 ${routingLimits.name} 个字`
  if (to.body === 'organisation' && to.id === '') return '派给哪个单位'
  if (reason.trim() === '') return '给本人看的话'
  if ([...reason.trim()].length > routingLimits.reason) return `给本人看的话最多 ${routingLimits.reason} 个字`
  return undefined
}
