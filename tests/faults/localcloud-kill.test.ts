import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { accounts, audit, randomTransfer, type Transfer } from '../../localcloud/fixtures/bank.ts'
import { startFixture } from '../../localcloud/fixtures/cloud.ts'

const script = fileURLToPath(new URL('../../localcloud/fixtures/serve.ts', import.meta.url))

function serve(data: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve({ child, url: line.toString().trim() }))
    child.once('exit', (code) => reject(new Error(`the cloud ended with ${code}`)))
  })
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** The function runs here, on the SDK, so that only the cloud itself is killed; where it is stands in the environment. */
const bank = createRequire(import.meta.url)('../../localcloud/fixtures/functions/bank/index.js') as {
  main: (transfer: Transfer & { tries?: number }) => Promise<unknown>
}

it('loses no acknowledged transfer when the process is killed, ten times', { timeout: 120_000 }, async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'localcloud-'))
  const { cloud } = await startFixture({ data, indexes: { accounts: [], transfers: [] } })
  await cloud.restore({ accounts: accounts.map((account) => JSON.stringify(account)), transfers: [] })
  await cloud.close()
  Object.assign(process.env, {
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    SILENCE: 'true',
  })
  const acknowledged: string[] = []
  for (let round = 0; round < 10; round++) {
    const { child, url } = await serve(data)
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${url}/admin` })
    let running = true
    const client = async (name: number) => {
      for (let i = 0; running; i++) {
        const transfer = randomTransfer(`${round}-${name}-${i}`)
        const done = await bank.main({ ...transfer, tries: 50 }).catch(() => null)
        if (done) acknowledged.push(transfer.id)
      }
    }
    const clients = Array.from({ length: 64 }, (_, name) => client(name))
    const enough = acknowledged.length + 10
    while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 10))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
    running = false
    await killed(child)
    await Promise.all(clients)
  }
  const { cloud: after } = await startFixture({ data })
  expect(audit(await after.dump(), acknowledged)).toEqual([])
  expect(acknowledged.length).toBeGreaterThanOrEqual(100)
  await after.close()
  rmSync(data, { recursive: true })
})
