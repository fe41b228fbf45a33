import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../cloudfunctions/store/indexes.ts'
import { onlyErrors, startCloud } from '../localcloud/start.ts'
import { connect } from './load/connect.ts'
import { readOptions } from './options.ts'

/**
 * 对账 over everything that is stored: what is wrong, one line each; ends with 1 when something is. With --rankings, what
 * everybody has on the boards is first made anew from the ledger.
 */
const options = readOptions({
  data: { type: 'string', default: fileURLToPath(new URL('../.data', import.meta.url)) },
  json: { type: 'boolean', default: false },
  rankings: { type: 'boolean', default: false },
})

interface Report {
  persons: number
  transfers: number
  faults: { id: string; fault: string }[]
}

async function reconcile(): Promise<Report> {
  const { checkSome } = await import('../cloudfunctions/carry/reconcile.ts')
  const report: Report = { persons: 0, transfers: 0, faults: [] }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { persons, transfers, faults, next } = await checkSome(after)
    report.persons += persons
    report.transfers += transfers
    report.faults.push(...faults)
    after = next
  }
  return report
}

async function rebuildRankings(): Promise<void> {
  const { accountsAfter } = await import('../cloudfunctions/store/accounts.ts')
  const { rebuildStanding } = await import('../cloudfunctions/carry/rank.ts')
  for (let after = ''; ; ) {
    const some = await accountsAfter(after, 100)
    for (const { _id } of some) await rebuildStanding(_id, Date.now())
    const last = some.at(-1)
    if (!last) return
    after = last._id
  }
}

// The ledger is only read: no function is needed for it.
const functions = mkdtempSync(join(tmpdir(), 'fengming-reconcile-'))
const cloud = await startCloud({ said: onlyErrors, functions, data: options.data, indexes })
try {
  connect(cloud.url)
  if (options.rankings) await rebuildRankings()
  const report = await reconcile()
  if (options.json) console.log(JSON.stringify(report))
  else {
    for (const { id, fault } of report.faults) console.log(`${id}: ${fault}`)
    const verdict = report.faults.length === 0 ? 'clean' : `${report.faults.length} faults`
    console.log(`${report.persons} persons, ${report.transfers} transfers: ${verdict}`)
  }
  if (report.faults.length > 0) process.exitCode = 1
} finally {
  await cloud.close()
  rmSync(functions, { recursive: true, force: true })
}
