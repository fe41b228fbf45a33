import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexes } from '../cloudfunctions/store/indexes.ts'
import { onlyErrors, startCloud } from '../localcloud/start.ts'
import { buildFunctions } from './build/functions.ts'
import { type Outcome, runLoop } from './demo/loop.ts'
import { printLoop } from './demo/print.ts'
import { type Sample, samplesFrom } from './demo/samples.ts'
import { cityOrganisations, loadCity } from './load/city.ts'
import { connect } from './load/connect.ts'
import { readOptions } from './options.ts'

/** The whole loop for some appeals, without a browser: each is sent, reaches its body, is solved and confirmed. */
const options = readOptions({ appeals: { type: 'string' }, json: { type: 'boolean', default: false } })
const shown = ['s001', 's018', 's034', 's049', 's014']

function chosen(): Sample[] {
  if (options.appeals !== undefined) return samplesFrom(read(options.appeals))
  const all = samplesFrom(readFileSync(new URL('../data/appeals-sample.json', import.meta.url), 'utf8'))
  return all.filter(({ id }) => shown.includes(id))
}

function read(file: string): string {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  return readFileSync(file, 'utf8')
}

async function run(): Promise<Outcome[]> {
  const samples = chosen()
  const functions = mkdtempSync(join(tmpdir(), 'fengming-demo-'))
  await buildFunctions(functions)
  // The functions are built outside the project; there they find wx-server-sdk here.
  const cloud = await startCloud({ said: onlyErrors, functions, indexes, env: { NODE_PATH: modules } })
  try {
    connect(cloud.url)
    const organisations = cityOrganisations('2101')
    await loadCity(organisations)
    const outcomes: Outcome[] = []
    for (const sample of samples) {
      const outcome = await runLoop(cloud, organisations, sample)
      if (!options.json) printLoop(sample, outcome)
      outcomes.push(outcome)
    }
    return outcomes
  } finally {
    await cloud.close()
    rmSync(functions, { recursive: true, force: true })
  }
}
const modules = new URL('../node_modules', import.meta.url).pathname

try {
  const outcomes = await run()
  const results = outcomes.map(({ result }) => result)
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  else
    console.log(
      `${results.filter(({ holds }) => holds).length} of ${results.length} reached their body and were closed.`,
    )
  process.exit(results.length > 0 && results.every(({ holds }) => holds) ? 0 : 1)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
