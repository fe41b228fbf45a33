import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../../tests/support/cloud.ts'
import { loadPeople, previewPeople } from './people.ts'

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
