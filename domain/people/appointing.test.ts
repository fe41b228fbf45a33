import { describe, expect, it } from 'vitest'
import { appoints, dutiesOf, mayAppoint } from './appointing.ts'
import { type Role, roleNames } from './roles.ts'

const roles = Object.keys(roleNames) as Role[]

describe('mayAppoint', () => {
  it.each(roles)('an administrator may make a %s', (role) => {
    expect(mayAppoint('administrator', role)).toBe(true)
  })
  it.each([
    ['messenger', true],
    ['partTimeGridWorker', true],
    ['gridWorker', true],
    ['dispatcher', true],
    ['officer', true],
    ['clerk', true],
    ['secretary', false],
    ['supervisor', false],
    ['administrator', false],
  ] as const)('a secretary may make a %s: %s', (role, may) => {
    expect(mayAppoint('secretary', role)).toBe(may)
  })
  it.each(
    roles.filter((role) => !(role in appoints)).flatMap((by) => roles.map((role) => [by, role] as const)),
  )('a %s may not make a %s', (by, role) => expect(mayAppoint(by, role)).toBe(false))
  it('nobody without a hat may', () => {
    for (const role of roles) expect(mayAppoint(undefined, role)).toBe(false)
  })
})

describe('dutiesOf', () => {
  it.each([
    ['gridWorker', ['接单', '退单', '转派', '协办', '跟进', '挂起', '恢复', '解单'], 'organisation'],
    ['dispatcher', ['派单', '升级', '合并', '拆开', '不予受理'], 'area'],
    [
      'secretary',
      [
        '派单',
        '接单',
        '退单',
        '转派',
        '协办',
        '跟进',
        '挂起',
        '恢复',
        '解单',
        '回访',
        '升级',
        '合并',
        '拆开',
        '不予受理',
        '核定',
        '平台答复',
      ],
      'area',
    ],
    ['clerk', [], 'nothing'],
    ['administrator', [], 'nothing'],
  ] as const)('%s', (role, does, sees) => expect(dutiesOf(role)).toEqual({ does, sees }))
})
