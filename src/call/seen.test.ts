// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lastSeen, remember } from './seen'

vi.mock('@tarojs/taro', () => import('../../tests/support/taro'))

beforeEach(() => vi.stubEnv('ANSWERS_MARK', 'now'))
afterEach(() => vi.unstubAllEnvs())

const seen = { data: { places: [] }, at: 7 }

it('the last answer of an action, to the same question under the same hat', () => {
  remember('place.list', {}, 'hat', seen)
  expect(lastSeen('place.list', {}, 'hat')).toEqual(seen)
  expect(lastSeen('place.list', {}, 'other')).toBeUndefined()
})

it('nothing that a version of the app with other answers has kept', () => {
  remember('place.list', {}, 'hat', seen)
  vi.stubEnv('ANSWERS_MARK', 'later')
  expect(lastSeen('place.list', {}, 'hat')).toBeUndefined()
})

it('the newest 24, and no more', () => {
  for (let each = 0; each < 25; each += 1) remember('place.list', {}, `hat-${each}`, seen)
  expect(lastSeen('place.list', {}, 'hat-0')).toBeUndefined()
  expect(lastSeen('place.list', {}, 'hat-1')).toEqual(seen)
})
