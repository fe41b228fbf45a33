import type { Rule } from '../../../domain/appeal/routing.ts'
import { Refusal } from '../../../domain/errors.ts'
import type { Organisation } from '../../../domain/place/organisation.ts'
import { isTerritorial } from '../../../domain/place/placement.ts'
import { graveFault } from '../../../domain/routing/faults.ts'
import { mentioned } from '../../../domain/routing/words.ts'
import { organisationsById } from '../../store/organisations.ts'

/** Refuses rules that can't be put in force: what is wrong in themselves, and organisations that aren't there or closed. */
export async function requireSound(
  rules: readonly Rule[],
  city: Pick<Organisation, '_id' | 'name'>,
): Promise<void> {
  const grave = graveFault(rules)
  if (grave) throw new Refusal('RULES_FAULTY', { fault: grave })
  const named = await namedBy(rules)
  for (const [index, rule] of rules.entries()) {
    const areas = new Set(rule.when.areas)
    for (const id of mentioned([rule])) {
      const fault = faultOf(named.get(id), areas.has(id), city)
      if (fault) throw new Refusal('RULES_FAULTY', { fault: `第 ${index + 1} 条“${rule.name}”${fault}` })
    }
  }
}

/** The organisations that rules name, by id. */
export async function namedBy(rules: readonly Rule[]): Promise<ReadonlyMap<string, Organisation>> {
  const ids = mentioned(rules)
  const found = ids.length > 0 ? await organisationsById(ids) : []
  return new Map(found.map((organisation) => [organisation._id, organisation]))
}

function faultOf(
  organisation: Organisation | undefined,
  isArea: boolean,
  city: Pick<Organisation, '_id' | 'name'>,
): string | undefined {
  if (!organisation) return '里有个单位找不到了'
  const { _id, name, ancestors, active, kind } = organisation
  if (_id !== city._id && !ancestors.includes(city._id)) return `里的${name}不在${city.name}`
  if (isArea && !isTerritorial(kind)) return `里的${name}不是一个地方`
  return active ? undefined : `里的${name}已经关了`
}
