import { describe, expect, it } from 'vitest'
import { claimer, exampleTask, hour, morning } from '../../tests/support/exampleTask.ts'
import { newClaim } from './claiming.ts'
import { byYear, doneOf, minutesOf } from './record.ts'

const minute = 60_000
const from = morning
const window = { from, to: from + 2 * hour }
const came = (minutes: number) => ({ at: from + minutes * minute, by: 'code' as const })
const handedIn = (minutes: number) => ({ at: from + minutes * minute, photos: [], words: '' })

describe('how long somebody was there', () => {
  it.each([
    ['came early, stayed to the end', came(-20), null, 120],
    ['came early, handed in after an hour', came(-20), handedIn(60), 60],
    ['came late', came(45), null, 75],
    ['handed in a day later', came(0), handedIn(24 * 60), 120],
    ['came after the end', came(125), handedIn(130), 0],
    ['handed in before the start', came(-20), handedIn(-5), 15],
    ['nobody saw them', null, handedIn(100), 60],
  ])('%s', (_, checkIn, proof, minutes) => expect(minutesOf(window, { checkIn, proof })).toBe(minutes))
  it('a short task that nobody saw counts as long as it is', () =>
    expect(minutesOf({ from, to: from + 20 * minute }, { checkIn: null, proof: null })).toBe(20))
})

it('only what was verified goes into the record', () => {
  const states = ['claimed', 'checkedIn', 'submitted', 'verified', 'rejected', 'noShow'] as const
  const claims = states.map((state) => ({ ...newClaim(state, claimer(state), from), state }))
  expect(doneOf({ ...exampleTask(), claims })).toEqual([{ personId: 'verified', minutes: 60 }])
})

it('adds up by the year in Beijing', () => {
  const at = (text: string) => Date.parse(text)
  const work = [
    { from: at('2026-12-31T23:30:00+08:00'), minutes: 30 },
    { from: at('2027-01-01T00:10:00+08:00'), minutes: 60 },
    { from: at('2026-06-01T08:00:00+08:00'), minutes: 90 },
  ]
  expect(byYear(work)).toEqual([
    { year: 2027, count: 1, minutes: 60 },
    { year: 2026, count: 2, minutes: 120 },
  ])
  expect(byYear([])).toEqual([])
})
