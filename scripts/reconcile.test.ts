import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { indexes } from '../cloudfunctions/store/indexes.ts'
import { startCloud } from '../localcloud/start.ts'
import { give } from '../tests/support/points.ts'
import { connect } from './load/connect.ts'

const script = fileURLToPath(new URL('reconcile.ts', import.meta.url))
const clean = mkdtempSync(join(tmpdir(), 'fengming-ledger-'))
const changed = mkdtempSync(join(tmpdir(), 'fengming-ledger-'))
const functions = mkdtempSync(join(tmpdir(), 'fengming-none-'))

const reconcile = (data: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, '--data', data], {
    encoding: 'utf8',
  })
  return { status, lines: stdout.trim().split('\n') }
}

beforeAll(async () => {
  const cloud = await startCloud({ functions, data: changed, indexes })
  connect(cloud.url)
  const { accounts } = await import('../cloudfunctions/store/accounts.ts')
  await give('rider', 5)
  await give('other', 3)
  await accounts.update({ _id: 'rider' }, { 'buckets.volunteer.owed': -2 })
  await cloud.close()
}, 60_000)
afterAll(() => {
  for (const folder of [clean, changed, functions]) rmSync(folder, { recursive: true, force: true })
})

it('says that the ledger is clean, and ends with 0', () => {
  expect(reconcile(clean)).toEqual({ status: 0, lines: ['0 persons, 0 transfers: clean'] })
}, 60_000)

it('names what somebody changed, and ends with 1', () => {
  expect(reconcile(changed)).toEqual({
    status: 1,
    lines: ['rider: volunteer owed 存的是 -2，流水加起来是 0', '2 persons, 2 transfers: 1 faults'],
  })
}, 60_000)
