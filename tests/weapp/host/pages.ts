import type { Code } from './code.ts'
import type { Engine, Instance, Shown } from './engine.ts'
import { Frame } from './frame.ts'
import { type Ledger, watchSetData } from './ledger.ts'
import type { Package, Settings } from './pack.ts'
import { type Theme, themed } from './theme.ts'

interface OpenPage {
  route: string
  query: Record<string, string>
  shown: Shown
  frame: Frame
}

export interface AppSettings extends Settings {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  window: Settings
  tabBar: { list: { pagePath: string }[] }
  themeLocation: string
}

/** WeChat's limit. */
const mostPages = 10
const tabBar = 'custom-tab-bar/index'

/** The stack of pages, as WeChat keeps it; refuses what WeChat refuses. */
export class Pages {
  private readonly stack: OpenPage[] = []
  private readonly registered = new Set<string>()
  private readonly app: AppSettings
  private readonly all: string[]
  private readonly theme: Theme

  constructor(
    private readonly engine: Engine,
    private readonly code: Code,
    private readonly package_: Package,
    private readonly ledger: Ledger,
  ) {
    this.app = package_.settings.app as AppSettings
    this.theme = package_.settings[this.app.themeLocation.replace(/\.json$/, '')] as unknown as Theme
    this.all = [
      ...this.app.pages,
      ...this.app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ]
  }

  readonly current = (): Instance[] => this.stack.map(({ shown }) => shown.instance)
  top(): OpenPage | undefined {
    return this.stack.at(-1)
  }
  isPage(route: string): boolean {
    return this.all.includes(route)
  }

  navigateTo(url: string): void {
    const { route, query } = this.target(url)
    if (this.isTab(route)) throw new Error(`can not navigateTo a tabbar page: ${route}`)
    if (this.stack.length >= mostPages) throw new Error(`page stack has ${mostPages} pages`)
    this.hide()
    this.open(route, query)
  }
  redirectTo(url: string): void {
    const { route, query } = this.target(url)
    if (this.isTab(route)) throw new Error(`can not redirectTo a tabbar page: ${route}`)
    this.close(1)
    this.open(route, query)
  }
  switchTab(url: string): void {
    const { route } = this.target(url)
    if (url.includes('?')) throw new Error('switchTab takes no query')
    if (!this.isTab(route)) throw new Error(`can not switchTab to a page that is no tab: ${route}`)
    if (this.top()?.route === route) return
    this.close(this.stack.length)
    this.open(route, {})
  }
  reLaunch(url: string): void {
    const { route, query } = this.target(url)
    this.close(this.stack.length)
    this.open(route, query)
  }
  navigateBack(delta = 1): void {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page')
    this.close(Math.min(delta, this.stack.length - 1))
    this.reveal()
  }
  /** The app goes to the back or comes to the front. */
  hide(): void {
    tell(this.top(), 'onHide')
    this.top()?.frame.show(false)
  }

  private reveal(): void {
    this.top()?.frame.show(true)
    tell(this.top(), 'onShow')
    this.writeAddress()
  }

  private target(url: string): { route: string; query: Record<string, string> } {
    const [path = '', asked = ''] = url.split('?')
    const route = new URL(path, `http://package/${this.top()?.route ?? ''}`).pathname.slice(1)
    if (!this.all.includes(route)) throw new Error(`page "${route}" is not found`)
    return { route, query: queryIn(asked) }
  }

  private open(route: string, query: Record<string, string>): void {
    this.register(route)
    const settings = themed({ ...this.app.window, ...this.package_.settings[route] }, this.theme)
    const tabbed = this.isTab(route)
    const styles = ['app', route, ...(tabbed ? [tabBar] : [])].map((path) => this.package_.styles[path] ?? '')
    const frame = new Frame(route, settings, styles, {
      back: this.stack.length > 0 ? () => this.navigateBack() : undefined,
      home: this.stack.length === 0 && !tabbed ? () => this.reLaunch(`/${this.app.pages[0]}`) : undefined,
    })
    const count = this.ledger.page(route, frame.content)
    const shown = this.engine.show(route, 'page', frame.content, (instance) => {
      Object.assign(instance, { route, __route__: route, options: query })
      watchSetData(instance, count)
    })
    this.stack.push({ route, query, shown, frame })
    if (tabbed) frame.tabBar = this.engine.show(tabBar, 'tab-bar', frame.foot, () => {})
    tell(this.top(), 'onLoad', query)
    tell(this.top(), 'onShow')
    tell(this.top(), 'onReady')
    this.writeAddress()
  }

  private close(count: number): void {
    for (const { shown, frame } of this.stack.splice(this.stack.length - count).reverse()) {
      call(shown.instance, 'onUnload')
      shown.release()
      frame.tabBar?.release()
      frame.remove()
    }
  }

  private register(path: string): void {
    if (this.registered.has(path)) return
    this.registered.add(path)
    for (const used of Object.values(this.package_.settings[path]?.usingComponents ?? {}))
      this.register(new URL(used, `http://package/${path}`).pathname.slice(1))
    if (this.isTab(path)) this.register(tabBar)
    this.engine.register(path, (constructors) => this.code.run(path, constructors))
  }

  private isTab(route: string): boolean {
    return this.app.tabBar.list.some(({ pagePath }) => pagePath === route)
  }

  /** So that the browser's reload opens the same page again. */
  private writeAddress(): void {
    const { route, query } = this.top() ?? { route: '', query: {} }
    const asked = Object.entries(query)
      .map(([name, value]) => `${name}=${value}`)
      .join('&')
    history.replaceState(null, '', `#/${route}${asked && `?${asked}`}`)
  }
}

/** As WeChat hands it to a page: nothing is decoded. */
export function queryIn(text: string): Record<string, string> {
  const pairs = text.split('&').filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
}

function tell(page: OpenPage | undefined, event: string, argument?: unknown): void {
  if (page) call(page.shown.instance, event, argument)
}

function call(instance: Instance, name: string, argument?: unknown): void {
  const method = instance[name]
  if (typeof method === 'function') method.call(instance, argument)
}
