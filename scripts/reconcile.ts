import { asked } from './backup/stop.ts'
import { openTarget } from './load/target.ts'
import { readOptions } from './options.ts'

/**
 * 对账 over everything that is stored: what is wrong, one line each; ends with 1 when something is. With --rankings, what
 * everybody has on the boards is first made anew from the ledger. Of the data on this machine, or with --env of an
 * environment.
 */
const options = readOptions({
  env: { type: 'string' },
  data: { type: 'string' },
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

try {
  const target = await openTarget({ env: options.env, data: options.data, missing: 'pretend' })
  try {
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
    await target.close()
  }
} catch (error) {
  const stop = asked(error)
  console.error(`Stopped: ${stop.message}.\nWhat to do: ${stop.advice}.`)
  process.exitCode = 1
}
