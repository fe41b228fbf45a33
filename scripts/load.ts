import { asked } from './backup/stop.ts'
import { Stop } from './deploy/stop.ts'
import { cityOrganisations } from './load/city.ts'
import { loadDatabase } from './load/environment.ts'
import { openTarget, usualData } from './load/target.ts'
import { readOptions } from './options.ts'

const help = `npm run load -- --env ENV --city CODE

The first load of an environment: the city's organisations, the rules, and the code of the first administrator.
Can be run as often as one likes: it adds what is missing and changes nothing that an administrator changed.

  --env ENV       id of the cloud environment; without it the data on this machine
  --data FOLDER   the data on this machine (${usualData})
  --city CODE     the city's code, such as 2101; data/city/CODE.json must be there (npm run import:city)
  --dry-run       says what would be done, and writes nothing
  --new-code      the code that was issued is lost, and nobody has used it: issues another one
  --help          this text

In the environment: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN (of lent keys).`

const options = readOptions({
  env: { type: 'string' },
  data: { type: 'string' },
  city: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'new-code': { type: 'boolean', default: false },
  help: { type: 'boolean' },
})
if (options.help) {
  console.log(help)
  process.exit(0)
}

try {
  const { env, data, city, 'dry-run': dryRun, 'new-code': newCode } = options
  if (!city) throw new Stop('it is not said which city', 'name its code: --city 2101')
  if (!/^\d{4}$/.test(city))
    throw new Stop(`--city ${city} is no code of a city`, 'four digits, such as 2101')
  const organisations = organisationsOf(city)
  const target = await openTarget({ env, data, missing: dryRun ? 'pretend' : 'make' })
  try {
    console.log(`${dryRun ? 'looking at' : 'loading'} ${target.name}`)
    const say = (line: string) => console.log(`  ${line}`)
    const code = await loadDatabase({ organisations, dryRun, newCode, say })
    if (code)
      console.log(
        `\nThe first administrator comes in by this code, once (我的 → 我的资料 → 单位头一回开通):\n\n  ${code}\n\nIt is shown only now. Give it to nobody else.\n`,
      )
    console.log(dryRun ? 'Nothing was written.' : 'Done.')
  } finally {
    await target.close()
  }
} catch (error) {
  const stop = asked(error)
  const again = stop === error ? '' : ' Then run the same command again: what is done stays done.'
  console.error(`Stopped: ${stop.message}.\nWhat to do: ${stop.advice}.${again}`)
  process.exitCode = 1
}

function organisationsOf(city: string) {
  try {
    return cityOrganisations(city)
  } catch (error) {
    const { cause, message } = error as Error
    if ((cause as NodeJS.ErrnoException | undefined)?.code !== 'ENOENT') throw error
    throw new Stop(`there is no data/city/${city}.json`, message.split(': ')[1] ?? message)
  }
}
