import { describe, expect, it } from 'vitest'
import {
  accepted,
  by,
  catchAll,
  community,
  hat,
  other,
  save,
  sent,
  submitted,
  worker,
} from '../../../tests/support/exampleAppeal.ts'
import type { Role } from '../../people/roles.ts'
import { dispatch, inherit } from '../handing.ts'
import { note } from '../handling.ts'
import { faultOf } from '../verify.ts'
import { keysOf, scopesOf, scopesSearched } from './keys.ts'

const dispatcher = { personId: 'dispatcher', hat: hat(catchAll, 'supervisor') }

describe('from where an appeal is found', () => {
  it('who holds it, and the areas that it lies in', () => {
    expect(submitted().scopes).toEqual(['=凯旋', 'street', 'district', 'city'])
  })

  it('only who holds it, where it is confidential', () => {
    expect(submitted({}, { confidential: true }).scopes).toEqual(['=凯旋'])
  })

  it.each([
    ['gridWorker', community, ['=凯旋']],
    ['secretary', community, ['=凯旋']],
    ['officer', catchAll, ['=district-newSectorCommittee']],
    ['supervisor', catchAll, ['=district-newSectorCommittee', 'district']],
  ] as const)('a %s at %o searches', (role, organisation, scopes) => {
    expect(scopesSearched(hat(organisation, role as Role))).toEqual(scopes)
  })
})

describe('keys', () => {
  it('hold in every scope all, category, kind, place and words', () => {
    expect(submitted().keys?.filter((key) => key.startsWith('street'))).toEqual([
      'street*',
      'street#gateAccess',
      'street!request',
      'street@凯旋',
      'street~北门',
      'street~门晚',
      'street~晚上',
      'street~上九',
      'street~九点',
    ])
  })

  it('are renewed when it goes elsewhere, and when its category is set right', () => {
    const appeal = submitted()
    const moved = save(
      appeal,
      dispatch(appeal, by(dispatcher), other, null, '归你们', { category: 'parking' }),
    )
    expect(moved.keys).toContain('=巢湖#parking')
    expect(moved.keys?.some((key) => key.startsWith('=凯旋') || key.includes('gateAccess'))).toBe(false)
    expect(moved.keys).toEqual(keysOf(moved))
    expect(faultOf(moved)).toBeUndefined()
  })

  it('follow a merger of organisations', () => {
    const appeal = accepted()
    const inherited = save(appeal, inherit(appeal, by(worker), community, other, null))
    expect(inherited.scopes).toEqual(scopesOf(inherited))
    expect(inherited.scopes?.[0]).toBe('=巢湖')
  })

  it('are not written again by steps that leave them as they are', () => {
    const decision = note(accepted(), by(worker, sent), { words: '在办', photos: [], internal: false })
    expect(decision.patch).not.toHaveProperty('keys')
  })
})
