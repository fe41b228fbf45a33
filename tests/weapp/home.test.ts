import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { JSDOM } from 'jsdom'
import { beforeAll, expect, it } from 'vitest'
import { standIn } from '../../scripts/bench/harness/weapp.ts'
import { buildApp } from '../../scripts/build/app.ts'

interface Simulate {
  load(path: string, options: { rootPath: string; compiler: 'official' }): string
  render(id: string): { attach(parent: Element): void; dom: Element; instance: Record<string, unknown> }
  sleep(milliseconds: number): Promise<void>
}

/** What the compiled code expects to find in its realm. */
const realm = globalThis as unknown as Record<string, unknown>
const require = createRequire(import.meta.url)
let folder: string

beforeAll(async () => {
  folder = await buildApp('weapp')
  // The project's own package.json says "module"; what Taro built is CommonJS.
  mkdirSync(dirname(folder), { recursive: true })
  writeFileSync(join(dirname(folder), 'package.json'), '{ "type": "commonjs" }\n')
}, 180_000)

it('the compiled home page shows its two doors through WeChat’s own template compiler', async () => {
  const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true })
  for (const name of ['window', 'document', 'Element', 'Event', 'Node', 'HTMLElement', 'MutationObserver'])
    realm[name] = name === 'window' ? window : window[name]
  const simulate = require('miniprogram-simulate') as Simulate
  const moving = { personId: 'someone', hats: [], moving: [], more: false }
  realm.wx = standIn({ 'person.home': moving, 'person.me': moving })
  let app: Record<string, (options: object) => void> = {}
  realm.App = (options: typeof app) => {
    app = options
  }
  realm.getApp = () => app
  const pages: unknown[] = []
  realm.getCurrentPages = () => pages
  // The simulator knows components; a page is one whose life begins with being attached.
  realm.Page = (options: Record<string, unknown>) => {
    const methods = Object.fromEntries(
      Object.entries(options).filter(([, value]) => typeof value === 'function'),
    )
    const component = realm.Component as (definition: object) => void
    component({ data: options.data, methods })
  }
  require(join(folder, 'app.js'))
  app.onLaunch?.({ path: 'home/index', query: {}, scene: 1001 })

  const id = simulate.load(join(folder, 'home/index'), { rootPath: folder, compiler: 'official' })
  const page = simulate.render(id)
  page.attach(window.document.body)
  const instance = page.instance as Record<string, ((options: object) => void) | undefined>
  pages.push(instance)
  for (const event of ['onLoad', 'onShow', 'onReady']) instance[event]?.({})
  await simulate.sleep(500)

  const text = page.dom.textContent ?? ''
  expect(text).toContain('我要诉求')
  expect(text).toContain('随手拍')
})
