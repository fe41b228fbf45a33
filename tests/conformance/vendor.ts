import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fetchPackage } from '../support/tarball.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = path.join(root, '.cache/conformance')

/** The last release whose tarball carries the vendor's own tests. MIT licence; fetched, not committed. */
const tarball = {
  name: '@cloudbase/node-sdk@2.10.0',
  file: 'cloudbase-node-sdk-2.10.0.tgz',
  integrity:
    'sha512-P9loxdwN6qG3iIzjx2Z3uBk/4iyn9+KoiWYGi9ZwhWP1toijpQu0+eLSAaMupNJecJopS21IWUmmGSetlZh8UA==',
}

export interface VendorResult {
  name: string
  status: string
  message: string
}

/** Fetches the vendor's tests once; their files are renamed so that no other run of vitest takes them for ours. */
export function fetchSuite(): Promise<void> {
  return fetchPackage(tarball, cache, (fetched) => renameTests(path.join(fetched, 'test')))
}

function renameTests(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) renameTests(file)
    else if (file.endsWith('.test.ts')) renameSync(file, file.replace(/\.test\.ts$/, '.vendor.ts'))
  }
}

/** Runs the vendor's tests against a cloud; one result per test. */
export async function runSuite(url: string): Promise<VendorResult[]> {
  const report = path.join(cache, 'report.json')
  rmSync(report, { force: true })
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const config = fileURLToPath(new URL('./vendor.config.ts', import.meta.url))
  const { VITEST, VITEST_POOL_ID, VITEST_WORKER_ID, NODE_OPTIONS, ...environment } = process.env
  await run(process.execPath, [vitest, 'run', '--config', config, '--outputFile', report], {
    cwd: root,
    env: {
      ...environment,
      // Two tests compare local with universal time.
      TZ: 'Asia/Shanghai',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
      TENCENTCLOUD: 'true',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
    },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stderr?: string }) => {
    if (!existsSync(report)) throw new Error(`the vendor's tests did not run: ${error.stderr ?? error}`)
  })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string; failureMessages?: string[] }[] }[]
  }
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status, failureMessages }) => ({
      name: fullName,
      status,
      message: failureMessages?.[0]?.split('\n')[0] ?? '',
    }))
}
