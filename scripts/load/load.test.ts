import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LocalCloud } from '../../localcloud/start.ts'
import { startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'
import { loadPreviewAppeals } from './appeals.ts'
import { loadPeople, previewPeople } from './people.ts'
import { loadPreviewPoints } from './points.ts'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ districts: ['210103'] })
})
afterAll(() => cloud.close())

test('people who are there already stay as they are', async () => {
  await loadPeople(previewPeople, cloud.organisations, 1)
  const { people } = await cloud.local.dump()
  await loadPeople(previewPeople, cloud.organisations, 1)
  expect((await cloud.local.dump()).people).toEqual(people)
})

test('a load that was broken off is finished by the next one, and happens once', async () => {
  await loadPeople(previewPeople, cloud.organisations, 1)
  let calls = 0
  const call: LocalCloud['call'] = (...call) => {
    calls += 1
    if (calls > 7) throw new Error('broken off')
    return cloud.local.call(...call)
  }
  await expect(loadPreviewAppeals({ ...cloud.local, call })).rejects.toThrow('broken off')
  expect((await cloud.local.dump()).appeals).toHaveLength(2)
  await loadPreviewAppeals(cloud.local)
  const { appeals = [] } = await cloud.local.dump()
  const states = appeals.map((text) => JSON.parse(text).state)
  expect(states.sort()).toEqual(['accepted', ...Array(8).fill('dispatched'), 'resolved'])
  await loadPreviewAppeals(cloud.local)
  expect((await cloud.local.dump()).appeals).toEqual(appeals)
})

test('the shop and the points of the preview are loaded once', async () => {
  await loadPeople(previewPeople, cloud.organisations, 1)
  const now = Date.now()
  await loadPreviewPoints(cloud.local, now)
  const { rewards, transfers } = await cloud.local.dump()
  expect([rewards?.length, transfers?.length]).toEqual([5, 6])
  await loadPreviewPoints(cloud.local, now + 60_000)
  const again = await cloud.local.dump()
  expect([again.rewards, again.transfers]).toEqual([rewards, transfers])
})
