import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { indexes } from '../cloudfunctions/store/indexes.ts'
import { type LocalCloud, onlyErrors, startCloud } from '../localcloud/start.ts'
import { StartError } from '../localcloud/startErrors.ts'
import { buildApp } from './build/app.ts'
import { buildFunctions } from './build/functions.ts'
import { loadPreviewAppeals } from './load/appeals.ts'
import { cityOrganisations, loadCity } from './load/city.ts'
import { connect } from './load/connect.ts'
import { loadPreviewRota } from './load/duty.ts'
import { loadPeople, previewColleague, previewPeople } from './load/people.ts'
import { loadPreviewPoints } from './load/points.ts'
import { issueSetupCode } from './load/setup.ts'
import { loadPreviewTasks } from './load/tasks.ts'
import { updateCity, updateLines } from './load/update-city.ts'
import { previewGroup, previewTemplates, previewWechat, pushed } from './load/wechat.ts'
import { readOptions } from './options.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const options = readOptions({
  fresh: { type: 'boolean', default: false },
  port: { type: 'string', default: '5180' },
  data: { type: 'string', default: join(project, '.data') },
})

let cloud: LocalCloud | undefined
let ending = false
async function end(code: number): Promise<never> {
  ending = true
  await cloud?.close()
  process.exit(code)
}
process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))

const started = Date.now()
const step = (text: string) => console.log(`  ${text}`)
try {
  await start()
} catch (error) {
  // What was broken off by Ctrl-C is not worth a word.
  if (!ending) {
    console.error((error as Error).message)
    await end(1)
  }
}

async function start(): Promise<void> {
  console.log('Fengming 蜂鸣')
  step('building the cloud functions and the pages (about a minute the first time) …')
  const functions = join(project, 'dist/preview-functions')
  const [pages] = await Promise.all([buildApp('h5'), buildFunctions(functions)])
  const settings = {
    functions,
    data: options.data,
    fresh: options.fresh,
    indexes,
    // A line for each call would hide what went wrong.
    said: onlyErrors,
    openapi: previewWechat(
      () => cloud?.url ?? '',
      (word) => cloud?.call('mediacheck', word, pushed),
    ),
    preview: {
      folder: pages,
      title: '蜂鸣',
      group: previewGroup,
      templates: previewTemplates(),
      people: previewPeople.map(({ openid, name, note, role, path }) => ({
        openid,
        name,
        note,
        path: path ?? (role ? '/work/bench/index' : '/home/index'),
      })),
    },
  }
  cloud = await startOnFreePort(settings, Number(options.port))
  connect(cloud.url)
  step(`the local cloud runs; its data is in ${options.data}`)
  const organisations = cityOrganisations('2101')
  const loaded = await loadCity(organisations, (done, total) => {
    if (process.stdout.isTTY) process.stdout.write(`\r  loading Shenyang: ${done} of ${total} organisations `)
  })
  if (loaded)
    console.log(`${process.stdout.isTTY ? '\r' : ''}  loaded Shenyang: ${loaded} organisations          `)
  else for (const line of updateLines(await updateCity(organisations))) step(`Shenyang, ${line}`)
  await loadPeople([...previewPeople, previewColleague], organisations, Date.now())
  await loadPreviewAppeals(cloud)
  await loadPreviewTasks(cloud, Date.now())
  await loadPreviewPoints(cloud, Date.now())
  await loadPreviewRota(cloud, Date.now())
  runTimer(cloud)
  console.log(`\nReady after ${Math.round((Date.now() - started) / 1000)} s. Open  ${cloud.url}/\n`)
  console.log('You can be:')
  for (const { openid, name, note } of previewPeople)
    console.log(`  ${cloud.url}/?as=${openid}  ${name}：${note}`)
  const code = await issueSetupCode('2101')
  if (code)
    console.log(
      `\nThe first administrator comes in by this code, once (我的 → 我的资料 → 单位头一回开通)：${code}`,
    )
  console.log('\nCtrl-C ends everything. npm start -- --fresh starts over.')
}

/** WeChat's timer would come once a minute; whoever tries things out should not wait that long. */
function runTimer(cloud: LocalCloud): void {
  let running = false
  const tick = async () => {
    if (running) return
    running = true
    await cloud.trigger('clock').catch((error: unknown) => console.error(`the timer failed: ${error}`))
    running = false
  }
  setInterval(tick, 10_000).unref()
}

async function startOnFreePort(
  settings: Parameters<typeof startCloud>[0],
  port: number,
): Promise<LocalCloud> {
  try {
    return await startCloud({ ...settings, port })
  } catch (error) {
    if (!(error instanceof StartError) || error.code !== 'EADDRINUSE') throw error
    step(`port ${port} is taken, so another one is used`)
    return startCloud({ ...settings, port: 0 })
  }
}
