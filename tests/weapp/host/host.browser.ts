// Runs in the browser: starts the compiled mini-program as WeChat does, on its own engine with a `wx` of ours.
import { Code } from './code.ts'
import { defineElements, surroundings } from './elements.ts'
import { Engine } from './engine.ts'
import { Ledger } from './ledger.ts'
import { MapElement } from './map.ts'
import type { Package } from './pack.ts'
import { type AppSettings, Pages, queryIn } from './pages.ts'
import { Picker } from './picker.ts'
import { Files } from './wx/files.ts'
import { openType } from './wx/share.ts'
import { fakeWx, type Phone, scene } from './wx/wx.ts'

declare global {
  interface Window {
    compiled: Package
    templates: Record<string, unknown>
    /** For whoever tests. */
    ledger: Ledger
  }
}

interface AppOptions {
  onLaunch?(options: object): void
  onShow?(options: object): void
}

async function start(): Promise<void> {
  const { compiled, templates } = window
  const asked = new URLSearchParams(location.search)
  const files = await Files.open()
  const phone: Phone = {
    openid: asked.get('as') ?? '',
    group: asked.get('group') ?? undefined,
    files,
    pages: () => pages,
  }
  const wx = fakeWx(phone)
  let app: AppOptions = {}
  const started = (options: AppOptions) => {
    app = options
  }
  const code = new Code(compiled.code, {
    wx,
    App: started,
    getApp: () => app,
    getCurrentPages: () => pages.current(),
  })
  surroundings.urlOf = (path) => files.urlOf(path)
  surroundings.openType = (kind, button) => openType(wx, kind, button)
  defineElements({ map: MapElement, picker: Picker })
  window.ledger = new Ledger()
  const pages = new Pages(new Engine(templates, compiled.settings), code, compiled, window.ledger)

  code.run('app.js')
  const [first] = (compiled.settings.app as AppSettings).pages
  const wanted = () => location.hash.slice(1) || `/${first}`
  const entered = () => {
    const [path = '', query = ''] = wanted().split('?')
    return { path: path.slice(1), query: queryIn(query), scene: scene(phone) }
  }
  app.onLaunch?.(entered())
  app.onShow?.(entered())
  pages.reLaunch(wanted())
  // As from outside, by a link or a code: what was open is gone.
  window.addEventListener('popstate', () => {
    app.onShow?.(entered())
    pages.reLaunch(wanted())
  })
}

void start()
