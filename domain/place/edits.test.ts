import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RefusalCode } from '../errors.ts'
import { type OrganisationKind, organisationKinds } from '../people/roles.ts'
import { type CompactCity, expandCity } from './city.ts'
import { founded, moved, requireClosable, requireMergeable, requireOpenable, unsettledBy } from './edits.ts'
import type { Organisation } from './organisation.ts'
import { fitsUnder, kindsBelow, placedUnder, regrafted } from './placement.ts'
import { organisationsOf } from './tree.ts'

const shenyang: CompactCity = JSON.parse(
  readFileSync(new URL('../../data/city/2101.json', import.meta.url), 'utf8'),
)
const all = new Map(organisationsOf(expandCity(shenyang)).map((each) => [each._id, each]))
const get = (id: string): Organisation => {
  const found = all.get(id)
  if (!found) throw new Error(id)
  return found
}
const kaixuan = get('210103014001')
const street = get('210103014')
const huanggu = get('210105')

const code = (run: () => unknown): RefusalCode | undefined => {
  try {
    run()
    return undefined
  } catch (error) {
    return (error as { code: RefusalCode }).code
  }
}

// Written out a second time on purpose: the table is held against it cell by cell.
const under: Record<OrganisationKind, OrganisationKind[]> = {
  city: [],
  district: ['city'],
  street: ['district'],
  community: ['district', 'street'],
  tradeCommittee: ['city', 'district'],
  newSectorCommittee: ['city', 'district'],
  department: ['city', 'district', 'street'],
  merchant: ['district', 'street', 'community'],
  team: ['city', 'district', 'street', 'community'],
}
describe.each(organisationKinds)('%s', (kind) => {
  it.each(organisationKinds)('under %s', (parent) => {
    expect(fitsUnder(kind, parent)).toBe(under[kind].includes(parent))
  })
})

describe('where something stands', () => {
  it('is for every imported organisation what the tree says', () => {
    for (const organisation of all.values()) {
      if (organisation.parentId === null) continue
      const { parentId, ancestors, area, catchAllId, location } = organisation
      expect(placedUnder(organisation, get(organisation.parentId))).toEqual({
        parentId,
        ancestors,
        area,
        catchAllId,
        location,
      })
    }
  })

  it('follows from its parent, and all below follows it', () => {
    const after = { ...street, ...moved(street, huanggu) }
    expect(after).toMatchObject({
      parentId: '210105',
      ancestors: ['210105', '2101'],
      catchAllId: '210105-newSectorCommittee',
      location: '皇姑区',
    })
    const team = founded({ _id: 'team', name: '先锋队', kind: 'team' }, kaixuan, () => [])
    expect(team).toMatchObject({ area: kaixuan._id, location: '沈河区 · 北站街道 · 凯旋社区' })
    const nameOf = (id: string) => all.get(id)?.name
    expect(regrafted(kaixuan, after, nameOf)).toEqual({
      ancestors: ['210103014', '210105', '2101'],
      catchAllId: '210105-newSectorCommittee',
      location: '皇姑区 · 北站街道',
    })
    expect(regrafted(team, after, nameOf)).toMatchObject({
      ancestors: [kaixuan._id, '210103014', '210105', '2101'],
      location: '皇姑区 · 北站街道 · 凯旋社区',
    })
  })

  it('a committee keeps whom it returns to when its district gets another name', () => {
    const committee = get('210103-newSectorCommittee')
    const renamed = { ...get('210103'), name: '新沈河区' }
    const nameOf = (id: string) => (id === '210103' ? renamed.name : all.get(id)?.name)
    expect(regrafted(committee, renamed, nameOf)).toEqual({
      ancestors: committee.ancestors,
      catchAllId: '2101-newSectorCommittee',
      location: '新沈河区',
    })
  })

  it('only what an administrator may found by hand is offered', () => {
    expect(kindsBelow('street')).toEqual(['community', 'department', 'merchant', 'team'])
    expect(kindsBelow('city')).toEqual(['district', 'department', 'team'])
    expect(kindsBelow('team')).toEqual([])
  })
})

const closed = { ...kaixuan, active: false }
const merged = { ...closed, mergedInto: { id: 'x', name: '别处' } }
const busy = { ...kaixuan, unsettled: unsettledBy('move', 3) }
const twin: Organisation = { ...kaixuan, _id: 'twin', name: '孪生社区' }

it.each<[string, () => unknown, RefusalCode | undefined]>([
  ['a community to a street of another district', () => moved(kaixuan, get('210105008')), undefined],
  ['under itself', () => moved(street, street), 'BELOW_ITSELF'],
  ['below itself', () => moved(street, kaixuan), 'BELOW_ITSELF'],
  ['where it is', () => moved(kaixuan, street), 'ALREADY_THERE'],
  ['a street under a street', () => moved(street, get('210105008')), 'KIND_MISPLACED'],
  ['a district', () => moved(huanggu, get('2101')), 'NOT_MOVABLE'],
  ['a committee', () => moved(get('210103-newSectorCommittee'), huanggu), 'NOT_MOVABLE'],
  ['what is closed', () => moved(closed, get('210105008')), 'ORGANISATION_CLOSED'],
  [
    'under what is closed',
    () => moved(kaixuan, { ...get('210105008'), active: false }),
    'ORGANISATION_CLOSED',
  ],
  ['what is being moved', () => moved(busy, get('210105008')), 'UNSETTLED'],
  [
    'to another city',
    () => moved(kaixuan, { ...street, _id: 'y', ancestors: ['z', '9901'] }),
    'ORGANISATION_NOT_FOUND',
  ],
])('moving %s', (_, run, refusal) => {
  expect(code(run)).toBe(refusal)
})

const free = { children: 0, working: 0, served: 0 }
it.each<[string, () => unknown, RefusalCode | undefined]>([
  ['closing what is free', () => requireClosable(kaixuan, free), undefined],
  [
    'closing what has something below',
    () => requireClosable(street, { ...free, children: 1 }),
    'CHILDREN_LEFT',
  ],
  ['closing what has work', () => requireClosable(kaixuan, { ...free, working: 1 }), 'WORK_LEFT'],
  ['closing what others rely on', () => requireClosable(kaixuan, { ...free, served: 1 }), 'CATCH_ALL_NEEDED'],
  ['closing twice', () => requireClosable(closed, free), 'ORGANISATION_CLOSED'],
  ['closing what is being carried', () => requireClosable(busy, free), 'UNSETTLED'],
  ['opening what is closed', () => requireOpenable(closed, street), undefined],
  ['opening what is open', () => requireOpenable(kaixuan, street), 'ALREADY_OPEN'],
  ['opening what was merged', () => requireOpenable(merged, street), 'MERGED_ALREADY'],
  [
    'opening below what is closed',
    () => requireOpenable(closed, { ...street, active: false }),
    'ORGANISATION_CLOSED',
  ],
  ['merging two communities', () => requireMergeable(kaixuan, twin, free), undefined],
  ['merging what was closed', () => requireMergeable(closed, twin, free), undefined],
  ['merging with itself', () => requireMergeable(kaixuan, kaixuan, free), 'MERGE_SELF'],
  ['merging into a street', () => requireMergeable(kaixuan, street, free), 'MERGE_KINDS'],
  [
    'merging committees of two trades',
    () => requireMergeable(get('210103-tradeCommittee-delivery'), get('210103-tradeCommittee-express'), free),
    'MERGE_KINDS',
  ],
  ['merging into what is closed', () => requireMergeable(twin, closed, free), 'ORGANISATION_CLOSED'],
  [
    'merging what has something below',
    () => requireMergeable(kaixuan, twin, { ...free, children: 1 }),
    'CHILDREN_LEFT',
  ],
  ['merging twice', () => requireMergeable(merged, twin, free), 'MERGED_ALREADY'],
  ['merging into what is being carried', () => requireMergeable(twin, busy, free), 'UNSETTLED'],
])('%s', (_, run, refusal) => {
  expect(code(run)).toBe(refusal)
})
