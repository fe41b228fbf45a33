import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../build/app.ts'
import { buildBare, type Pages } from './bundle/bare.ts'
import { MiniProgram, type OpenPage } from './harness/weapp.ts'
import { atMost, type Measure } from './measure.ts'

const part = 'bundle'
const kilobyte = 1024
/** 700 KB were promised; this much is 2.2 × of a bare app, which a quick run does not build. */
const mostMain = 668 * kilobyte

/**
 * Bytes of the compiled mini-program by package, and what its home page sends to the view; beside it, unless it is to
 * be quick, an app of as many pages with nothing on them, built now.
 */
export async function run({ quick }: { quick: boolean }): Promise<Measure[]> {
  const folder = await buildApp('weapp')
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as Pages
  const { files, sizes } = packages(folder, app)
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const main = sizes.get('') ?? 0
  const pictures = files
    .filter(({ file }) => /\.(png|jpe?g|gif|webp|svg)$/.test(file))
    .map(({ size }) => size)
  const bytes = (name: string, value: number): Measure => ({ part, name, value, unit: 'bytes' })
  const ours = [
    atMost(bytes('main package', main), mostMain),
    ...[...sizes].flatMap(([root, size]) =>
      root ? [atMost(bytes(`subpackage ${root.slice(0, -1)}`, size), 350 * kilobyte)] : [],
    ),
    atMost(bytes('whole mini-program', total), 2560 * kilobyte),
    atMost(bytes('largest picture', Math.max(0, ...pictures)), 60 * kilobyte),
    ...(await homePage(folder)),
  ]
  return quick ? ours : [...ours, ...(await besideBare(app, folder, main))]
}

async function besideBare(app: Pages, folder: string, main: number): Promise<Measure[]> {
  const bareFolder = await buildBare(app)
  const bare = packages(bareFolder, app).sizes.get('') ?? 0
  const [ours, bares] = await mediansFirst([folder, answers], [bareFolder, {}])
  const milliseconds = (name: string, value: number) => ({ part, name, value: Math.round(value), unit: 'ms' })
  return [
    { part, name: 'bare app: main package', value: bare, unit: 'bytes' },
    milliseconds('home: time to first setData', ours),
    milliseconds('bare app: time to first setData', bares),
    atMost({ part, name: 'main package to bare app', value: main / bare, unit: '×' }, 2.2),
    atMost({ part, name: 'time to first setData to bare app', value: ours / bares, unit: '×' }, 1.5),
  ]
}

function packages(folder: string, { subPackages }: Pages) {
  const roots = subPackages.map(({ root }) => root.replace(/\/?$/, '/'))
  const sizes = new Map<string, number>(['', ...roots].map((root) => [root, 0]))
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => !statSync(join(folder, file)).isDirectory())
    .map((file) => ({ file, size: statSync(join(folder, file)).size }))
  for (const { file, size } of files) {
    const root = roots.find((each) => file.startsWith(each)) ?? ''
    sizes.set(root, (sizes.get(root) ?? 0) + size)
  }
  return { files, sizes }
}

const nothingYet = { personId: 'someone', hats: [], moving: [], more: false }
const answers = { 'person.home': nothingYet, 'person.me': nothingYet }
/** What home says once it has heard from the cloud. */
const usable = '还没有在办的事'

async function homePage(folder: string): Promise<Measure[]> {
  const page = await openHome(folder, answers)
  const largest = Math.max(...page.setDatas.map(({ bytes }) => bytes))
  const until = page.setDatas.findIndex(({ data }) => JSON.stringify(data).includes(usable)) + 1
  if (until === 0) throw new Error(`home never said ${usable}`)
  const home = (name: string, value: number, unit: string) => ({ part, name: `home: ${name}`, value, unit })
  return [
    atMost(home('first setData', page.setDatas[0]?.bytes ?? 0, 'bytes'), 8 * kilobyte),
    atMost(home('largest setData', largest, 'bytes'), 64 * kilobyte),
    atMost(home('setData before it is usable', until, 'calls'), 2),
    home('setData until it is settled', page.setDatas.length, 'calls'),
  ]
}

type App = [folder: string, cloud: Record<string, unknown>]

/** Of two apps, of many starts each, in turns: a single one measures the machine, and so do all of one after the other. */
async function mediansFirst(...apps: [App, App]): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let start = 0; start < 21; start += 1)
    for (const [at, app] of apps.entries()) times[at]?.push((await openHome(...app)).setDatas[0]?.after ?? 0)
  const middle = (list: number[]) => list.sort((one, other) => one - other)[list.length >> 1] ?? 0
  return [middle(times[0]), middle(times[1])]
}

async function openHome(folder: string, cloud: Record<string, unknown>): Promise<OpenPage> {
  const page = await new MiniProgram(folder, cloud).open('home/index')
  if (page.setDatas.length === 0) throw new Error('the home page sent nothing to its view')
  return page
}
