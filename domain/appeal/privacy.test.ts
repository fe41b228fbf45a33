import { describe, expect, it } from 'vitest'
import { community, tradeCommittee } from '../../tests/support/exampleAppeal.ts'
import type { Hat, OrganisationKind } from '../people/roles.ts'
import { type Organisation, organisationReference } from '../place/organisation.ts'
import type { AppealEvent } from './log.ts'
import type { Identity } from './names.ts'
import { contactRefusal, maskContacts, maskOrderNumber, relationsTo, titleOf } from './privacy.ts'
import type { AppealState } from './states.ts'

describe('contact details in what people typed', () => {
  it.each([
    ['我电话13800138000 别让网点知道', '我电话【电话已隐去】 别让网点知道'],
    ['电话138-0013-8000打了五遍', '电话【电话已隐去】打了五遍'],
    ['138 0013 8000', '【电话已隐去】'],
    ['１３８００１３８０００', '【电话已隐去】'],
    ['1 3 8 0 0 1 3 8 0 0 0', '【电话已隐去】'],
    ['座机024-23456789', '座机【电话已隐去】'],
    ['身份证21010319800101123X', '身份证【证件号已隐去】'],
    ['一单才3块5，等了40分钟', '一单才3块5，等了40分钟'],
    ['订单310088204519', '订单310088204519'],
    ['2026年12月4日 10:20', '2026年12月4日 10:20'],
  ])('%s → %s', (text, masked) => {
    expect(maskContacts(text)).toBe(masked)
  })

  it('keeps only the last four characters of an order number', () => {
    expect(maskOrderNumber(' 310088204519 ')).toBe('****4519')
  })
})

describe('titles', () => {
  it.each([
    ['北门晚上九点就锁', '北门晚上九点就锁'],
    ['驿站微波炉坏了快两周。', '驿站微波炉坏了快两周'],
    [
      '巢湖这边有个小区晚上九点以后北门就锁 外卖得绕南门 多跑七八百米',
      '巢湖这边有个小区晚上九点以后北门就锁',
    ],
    ['', '占道 · 随手拍'],
    ['电话13800138000有人接', '电话【电话已隐去】有人接'],
  ])('%s → %s', (text, title) => {
    expect(titleOf(text, '占道 · 随手拍')).toBe(title)
  })
  it('cuts what has no pause, by characters', () => {
    expect(titleOf('啊'.repeat(300), '')).toBe(`${'啊'.repeat(24)}…`)
  })
})

describe('relations', () => {
  const hat = (id: string, kind: OrganisationKind, area: string): Hat => ({
    id: 'h',
    role: 'supervisor',
    organisation: { id, name: '', kind, area, ancestors: [] },
  })
  const appeal = {
    reporterId: 'rider',
    assistants: [{ id: 'helper', name: '人社', why: 'asked' as const, state: 'open' as const }],
    responsible: { personId: 'worker', title: '' },
    organisation: {
      id: 'c1',
      name: '凯旋社区',
      kind: 'community' as const,
      area: 'c1',
      ancestors: ['s1', 'd1', 'city'],
      catchAllId: 'd1-newSectorCommittee',
    },
  }
  it.each([
    ['the person who asked', 'rider', undefined, ['own']],
    ['a stranger', 'other', undefined, []],
    ['a handler of the organisation', 'other', hat('c1', 'community', 'c1'), ['organisation']],
    ['the one responsible', 'worker', hat('c1', 'community', 'c1'), ['organisation', 'responsible']],
    ['the one responsible under another hat', 'worker', hat('c2', 'community', 'c2'), []],
    ['the district committee', 'other', hat('d1-newSectorCommittee', 'newSectorCommittee', 'd1'), ['below']],
    ['somebody who helps', 'other', hat('helper', 'department', 'd1'), ['assistant']],
    [
      'the committee of another district',
      'other',
      hat('d2-newSectorCommittee', 'newSectorCommittee', 'd2'),
      [],
    ],
    [
      'a trade committee of the district',
      'other',
      hat('d1-tradeCommittee-delivery', 'tradeCommittee', 'd1'),
      [],
    ],
  ])('%s', (_, personId, worn, expected) => {
    expect(relationsTo(appeal, { personId, hat: worn })).toEqual(expected)
  })
})

describe('contactRefusal', () => {
  const took = { action: 'accept', actor: { personId: 'handler' } } as AppealEvent
  const appeal = (
    identity: Identity,
    state: AppealState = 'resolved',
    confidential = false,
    organisation: Organisation = tradeCommittee,
  ) => ({
    identity,
    organisation: organisationReference(organisation),
    state,
    confidential,
    events: [took],
  })
  it.each([
    ['open', 'accepted', 'handler', ['organisation', 'responsible'], undefined],
    ['open', 'resolved', 'officer', ['below'], undefined],
    ['open', 'accepted', 'officer', ['below'], 'PHONE_LATER'],
    ['shielded', 'accepted', 'handler', ['organisation', 'responsible'], 'PHONE_HIDDEN'],
    ['shielded', 'resolved', 'handler', ['organisation', 'responsible'], 'PHONE_HIDDEN'],
    ['shielded', 'resolved', 'officer', ['below'], undefined],
    // Beside: of the same organisation, and did not handle it.
    ['shielded', 'resolved', 'officer', ['organisation'], undefined],
    ['shielded', 'resolved', 'handler', ['organisation'], 'PHONE_LATER'],
    ['shielded', 'accepted', 'officer', ['organisation'], 'PHONE_LATER'],
    ['shielded', 'accepted', 'officer', ['below'], 'PHONE_LATER'],
    ['shielded', 'closed', 'officer', ['below'], 'PHONE_LATER'],
    ['shielded', 'resolved', 'handler', ['below'], 'PHONE_LATER'],
    ['hidden', 'accepted', 'handler', ['organisation', 'responsible'], 'PHONE_HIDDEN'],
    ['hidden', 'resolved', 'officer', ['below'], 'PHONE_HIDDEN'],
  ] as const)('%s, %s, %s as %j: %s', (identity, state, personId, relations, refusal) => {
    expect(contactRefusal(appeal(identity, state), personId, relations)).toBe(refusal)
  })
  it('of a confidential appeal only its handlers may know', () => {
    expect(contactRefusal(appeal('open', 'resolved', true), 'officer', ['below'])).toBe('PHONE_LATER')
    expect(contactRefusal(appeal('open', 'accepted', true), 'handler', ['responsible'])).toBeUndefined()
    // Sent on by mistake, or gone up: not theirs to know.
    expect(contactRefusal(appeal('open', 'accepted', true, community), 'handler', ['responsible'])).toBe(
      'PHONE_HIDDEN',
    )
  })
})
