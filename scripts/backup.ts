import manifest from '../package.json' with { type: 'json' }
import { privateFolder } from './backup/folder.ts'
import { documentsOf } from './backup/manifest.ts'
import { asked } from './backup/stop.ts'
import { takeBackup } from './backup/take.ts'
import { Stop } from './deploy/stop.ts'
import { openTarget, usualData } from './load/target.ts'
import { readOptions } from './options.ts'

const help = `npm run backup -- --to FOLDER [--env ENV | --data FOLDER]

Writes all that the database holds into a folder. Broken off, the same command goes on.

  --to FOLDER     where to: outside of the repository; it will hold personal data
  --env ENV       id of the cloud environment; without it the data on this machine
  --data FOLDER   the data on this machine (${usualData})
  --help          this text

In the environment: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN (of lent keys).
How to take, keep, test and restore one: docs/backup.md.`

const options = readOptions({
  to: { type: 'string' },
  env: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean' },
})
if (options.help) {
  console.log(help)
  process.exit(0)
}

try {
  if (!options.to) throw new Stop('it is not said where to', 'name a folder: --to FOLDER')
  const folder = privateFolder(options.to)
  const target = await openTarget({ env: options.env, data: options.data, missing: 'refuse' })
  try {
    // The SDK reads its address when it is first loaded, so that must happen after the connection was made.
    const { reading } = await import('./backup/reading.ts')
    const { from } = target
    console.log(`backing up ${target.name} into ${folder}`)
    const taken = await takeBackup({
      folder,
      from,
      version: manifest.version,
      reading,
      say: (line) => console.log(`  ${line}`),
    })
    const total = Object.values(taken.collections).reduce((sum, part) => sum + documentsOf(part), 0)
    console.log(`Done: ${total} documents, ${taken.startedAt} to ${taken.endedAt}.`)
    console.log(
      `It holds personal data. Look whether it can be read: npm run restore -- --from ${folder} --check`,
    )
  } finally {
    await target.close()
  }
} catch (error) {
  const stop = asked(error)
  const again = stop === error ? '' : ' Then run the same command again: it goes on where it stopped.'
  console.error(`Stopped: ${stop.message}.\nWhat to do: ${stop.advice}.${again}`)
  process.exitCode = 1
}
