import { describe, expect, it } from 'vitest'
import { morning, plan } from '../../tests/support/exampleTask.ts'
import { attendance } from './attendance.ts'
import type { Proof } from './kinds.ts'
import type { ClaimState } from './task.ts'

const task = (proof: Proof[]) => ({ phase: 'published' as const, proof, from: plan.from })
const before = morning
const after = plan.from

describe('who came and who is missing', () => {
  it.each<[ClaimState, Proof[], number, came: number, absent: number]>([
    ['claimed', ['code'], before, 0, 0],
    ['claimed', ['code'], after, 0, 1],
    ['claimed', ['place'], after, 0, 1],
    ['claimed', ['photo'], after, 0, 0],
    ['held', ['code'], after, 0, 0],
    ['checkedIn', ['code'], after, 1, 0],
    ['submitted', ['photo'], after, 1, 0],
    ['verified', ['photo'], after, 1, 0],
    ['rejected', ['photo'], after, 1, 0],
    ['noShow', ['photo'], after, 0, 1],
    ['released', ['code'], after, 0, 0],
    ['expired', ['code'], after, 0, 0],
  ])('%s, proved by %j', (state, proof, now, came, absent) => {
    const seen = attendance(task(proof), [{ name: '小蜂', state }], now)
    expect(seen).toEqual({ came, absent: absent ? ['小蜂'] : [] })
  })

  it('nobody is missing where it was called off', () => {
    const off = { ...task(['code']), phase: 'cancelled' as const }
    expect(attendance(off, [{ name: '小蜂', state: 'claimed' }], after).absent).toEqual([])
  })
})
