import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Run } from './bench/measure.ts'
import { measureTable } from './bench/measure.ts'

const folder = process.env.FENGMING_BENCH_PARTS ?? fileURLToPath(new URL('./bench', import.meta.url))

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [part, ...rest] = positionals
  if (!part || rest.length > 0 || !parts().includes(part)) {
    const said = part ? `There is no part "${positionals.join(' ')}"` : 'Name one part'
    console.error(`${said}: npm run bench -- <part> [--quick] [--json], where part is ${parts().join(', ')}.`)
    process.exitCode = 1
    return
  }
  const { run } = (await import(pathToFileURL(join(folder, `${part}.ts`)).href)) as { run: Run }
  const write = keepStandardOutput()
  const measures = await run({ quick: values.quick })
  write(values.json ? JSON.stringify(measures) : measureTable(measures))
  if (measures.some((measure) => measure.holds === false)) process.exitCode = 1
}

function parts(): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? [])
    .filter((part) => part !== 'measure')
    .sort()
}

/** Standard output holds the result and nothing else: what a part prints meanwhile goes to standard error. */
function keepStandardOutput(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  return (text) => write(`${text}\n`)
}

await main()
