import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../build/app.ts'
import { MiniProgram } from './harness/weapp.ts'
import { atMost, type Measure } from './measure.ts'

const part = 'bundle'
const kilobyte = 1024

interface AppJson {
  pages: string[]
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

/** Bytes of the compiled mini-program by package, and what its home page sends to the view. */
export async function run(): Promise<Measure[]> {
  const folder = await buildApp('weapp')
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'))
  const sizes = new Map<string, number>(['', ...roots].map((root) => [root, 0]))
  for (const file of readdirSync(folder, { recursive: true }).map(String)) {
    const { size } = statSync(join(folder, file))
    if (statSync(join(folder, file)).isDirectory()) continue
    const root = roots.find((each) => file.startsWith(each)) ?? ''
    sizes.set(root, (sizes.get(root) ?? 0) + size)
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const bytes = (name: string, value: number): Measure => ({ part, name, value, unit: 'bytes' })
  return [
    atMost(bytes('main package', sizes.get('') ?? 0), 700 * kilobyte),
    ...roots.map((root) =>
      atMost(bytes(`subpackage ${root.slice(0, -1)}`, sizes.get(root) ?? 0), 350 * kilobyte),
    ),
    atMost(bytes('whole mini-program', total), 2560 * kilobyte),
    ...(await homePage(folder)),
  ]
}

async function homePage(folder: string): Promise<Measure[]> {
  const home = { personId: 'someone', hats: [], moving: [], more: false }
  const page = await new MiniProgram(folder, { 'person.home': home, 'person.me': home }).open('home/index')
  const [first] = page.setDatas
  if (!first) throw new Error('the home page sent nothing to its view')
  const largest = Math.max(...page.setDatas.map(({ bytes }) => bytes))
  return [
    atMost({ part, name: 'home: first setData', value: first.bytes, unit: 'bytes' }, 8 * kilobyte),
    atMost({ part, name: 'home: largest setData', value: largest, unit: 'bytes' }, 64 * kilobyte),
    { part, name: 'home: time to first setData', value: Math.round(first.after), unit: 'ms' },
    { part, name: 'home: setData until it is settled', value: page.setDatas.length, unit: 'calls' },
  ]
}
