import { resolve } from 'node:path'
import { checkedBackup } from './backup/check.ts'
import { documentsOf } from './backup/manifest.ts'
import { asked } from './backup/stop.ts'
import { Stop } from './deploy/stop.ts'
import { openTarget, usualData } from './load/target.ts'
import { readOptions } from './options.ts'

const help = `npm run restore -- --from FOLDER [--env ENV | --data FOLDER] [options]

Brings a backup into an empty database. Broken off, the same command goes on.

  --from FOLDER     the folder that npm run backup made
  --env ENV         id of the cloud environment; without it the data on this machine
  --data FOLDER     the data on this machine (${usualData}); made when it is not there
  --check           only looks whether the backup is whole and undamaged
  --dry-run         says what would be done, and writes nothing
  --only NAME       only this collection, again for each, or several with commas
  --into-filled     the database may hold something: what is missing is added, the rest stays
  --replace         with --into-filled: what differs is put back as it is in the backup
  --help            this text

In the environment: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN (of lent keys).
Step by step, with what comes before and after it: docs/backup.md.`

const options = readOptions({
  from: { type: 'string' },
  env: { type: 'string' },
  data: { type: 'string' },
  check: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  only: { type: 'string', multiple: true, default: [] },
  'into-filled': { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  help: { type: 'boolean' },
})
if (options.help) {
  console.log(help)
  process.exit(0)
}

async function check(folder: string): Promise<void> {
  const { collections, changed, from, startedAt, endedAt, version } = await checkedBackup(folder)
  for (const [name, part] of Object.entries(collections)) console.log(`  ${name}: ${documentsOf(part)}`)
  console.log(`  points that moved meanwhile: ${documentsOf(changed)}`)
  console.log(`Whole and undamaged: ${from}, ${startedAt} to ${endedAt}, by version ${version}.`)
}

async function restore(folder: string): Promise<boolean> {
  const { env, data, replace, 'dry-run': dryRun, 'into-filled': intoFilled } = options
  if (replace && !intoFilled)
    throw new Stop('--replace changes documents that are there', 'say so: --into-filled --replace')
  const target = await openTarget({ env, data, missing: dryRun ? 'pretend' : 'make' })
  try {
    // The SDK reads its address when it is first loaded, so that must happen after the connection was made.
    const { bringBackup } = await import('./backup/bring.ts')
    const { reading } = await import('./backup/reading.ts')
    const only = options.only.flatMap((names) => names.split(',')).filter(Boolean)
    const say = (line: string) => console.log(`  ${line}`)
    const into = target.name
    const outcome = await bringBackup({ folder, into, only, intoFilled, replace, dryRun, reading, say })
    console.log(outcome === 'refused' || !dryRun ? said[outcome] : 'Nothing was written.')
    return outcome === 'all' || outcome === 'differing'
  } finally {
    await target.close()
  }
}

const said = {
  all: 'Done: all is there as it is in the backup. Now hold the points against their ledger: npm run reconcile',
  differing: 'Done: nothing is missing; what differs has stayed as it is.',
  missing: 'Done, but something is missing: see ✗ above.',
  refused: 'Nothing was written, and nothing would be: the database is not empty (--into-filled).',
}

try {
  if (!options.from) throw new Stop('it is not said from where', 'name the folder of a backup: --from FOLDER')
  const folder = resolve(options.from)
  if (options.check) await check(folder)
  else if (!(await restore(folder))) process.exitCode = 1
} catch (error) {
  const stop = asked(error)
  const again = stop === error ? '' : ' Then run the same command again: it goes on where it stopped.'
  console.error(`Stopped: ${stop.message}.\nWhat to do: ${stop.advice}.${again}`)
  process.exitCode = 1
}
