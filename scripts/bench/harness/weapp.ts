import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import vm from 'node:vm'

/** One `setData` as the compiled page made it. */
export interface SetData {
  data: Record<string, unknown>
  /** Bytes of its JSON, as WeChat sends it to the view. */
  bytes: number
  /** Milliseconds since the page was opened. */
  after: number
}

export interface OpenPage {
  setDatas: SetData[]
  /** What the page shows: every text in what it has set so far. */
  text(): string
}

type Options = Record<string, unknown> & { data?: Record<string, unknown> }

/** Answers of the cloud to the phone: action → data of its reply. */
export type CloudAnswers = Record<string, unknown>

/**
 * Loads a compiled mini-program in Node with a stand-in for `wx`, and counts what each page sends to its view.
 * `folder` holds the build; `answers` what the api function would say. It draws nothing: the smoke test with
 * WeChat's own compiler does that.
 */
export class MiniProgram {
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly context: vm.Context
  private pageOptions: Options | undefined
  private readonly pages: object[] = []

  constructor(
    private readonly folder: string,
    answers: CloudAnswers,
  ) {
    let app: object = {}
    const start = (options: Options) => {
      app = options
      call(options, 'onLaunch', { path: '', query: {}, scene: 1001 })
      call(options, 'onShow', { path: '', query: {}, scene: 1001 })
    }
    const keep = (options: Options) => {
      this.pageOptions = options
    }
    this.context = vm.createContext({
      wx: standIn(answers),
      App: start,
      Page: keep,
      Component: keep,
      Behavior: (options: unknown) => options,
      getApp: () => app,
      getCurrentPages: () => this.pages,
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      URL,
      TextEncoder,
      TextDecoder,
    })
    this.context.global = this.context.globalThis = this.context
    this.load('app.js')
  }

  /** Opens a page, such as `home/index`, and lets it settle: it has shown something, and sends no more for a while. */
  async open(route: string, query: Record<string, string> = {}): Promise<OpenPage> {
    this.pageOptions = undefined
    this.load(`${route}.js`)
    const options = this.registered()
    if (!options) throw new Error(`${route}.js registered no page`)
    const methods = (options.methods as Options | undefined) ?? {}
    const opened = performance.now()
    const setDatas: SetData[] = []
    const page: Options = {
      ...options,
      ...methods,
      route,
      options: query,
      data: structuredClone(options.data ?? {}),
      setData(data: Record<string, unknown>, done?: () => void) {
        const text = JSON.stringify(data)
        setDatas.push({
          data: JSON.parse(text),
          bytes: Buffer.byteLength(text),
          after: performance.now() - opened,
        })
        if (done) setTimeout(done, 0)
      },
    }
    this.pages.push(page)
    for (const event of ['onLoad', 'onShow', 'onReady']) call(page, event, query)
    await settled(setDatas)
    return { setDatas, text: () => textsIn(setDatas.map(({ data }) => data)).join('\n') }
  }

  // Through a method, because the compiler doesn't see that loading a page calls `Page`.
  private registered(): Options | undefined {
    return this.pageOptions
  }

  private load(path: string): unknown {
    const file = normalize(path.endsWith('.js') ? path : `${path}.js`)
    const known = this.modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(file, module)
    const code = readFileSync(join(this.folder, file), 'utf8')
    const wrapped = vm.runInContext(`(function (require, module, exports) {${code}\n})`, this.context, {
      filename: file,
    })
    wrapped((target: string) => this.load(join(dirname(file), target)), module, module.exports)
    return module.exports
  }
}

/** Milliseconds without a setData, and how long a page may take to its first one. */
const quiet = 300
const patience = 10_000

async function settled(setDatas: readonly SetData[]): Promise<void> {
  const until = Date.now() + patience
  let seen = -1
  while ((setDatas.length === 0 || setDatas.length > seen) && Date.now() < until) {
    seen = setDatas.length
    await new Promise((resolve) => setTimeout(resolve, quiet))
  }
}

function call(target: Options, name: string, argument: unknown): void {
  const method = target[name]
  if (typeof method === 'function') method.call(target, argument)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

interface Callbacks {
  success?: (result: object) => void
  complete?: () => void
}

/** A `wx` that knows what the start of the app and a read ask for; everything else answers nothing. */
function standIn(answers: CloudAnswers): object {
  const stored = new Map<string, unknown>()
  const system = {
    pixelRatio: 2,
    windowWidth: 375,
    windowHeight: 812,
    screenWidth: 375,
    screenHeight: 812,
    statusBarHeight: 44,
    safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
    platform: 'ios',
    SDKVersion: '3.8.0',
    language: 'zh_CN',
    fontSizeSetting: 16,
  }
  const succeed = (answer: object) => (options?: Callbacks) => {
    setTimeout(() => {
      options?.success?.(answer)
      options?.complete?.()
    }, 0)
    return Promise.resolve(answer)
  }
  const known: Record<string, unknown> = {
    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getAppBaseInfo: () => system,
    getDeviceInfo: () => system,
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      bottom: 80,
      left: 281,
      right: 368,
      width: 87,
      height: 32,
    }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid' } }),
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
    getNetworkType: succeed({ networkType: 'wifi' }),
    canIUse: () => true,
    cloud: {
      init: () => {},
      callFunction: (options: Callbacks & { data: { action: string } }) => {
        const data = answers[options.data.action]
        const result =
          data === undefined
            ? { ok: false, error: { code: 'INTERNAL', message: '没办成，不是您的问题。' } }
            : { ok: true, data }
        return succeed({ result })(options)
      },
    },
  }
  // Taro takes over what it finds listed on `wx`, so these must stand there by name.
  for (const name of silent) known[name] = (options?: Callbacks) => succeed({})(options)
  return known
}

const silent = (
  'navigateTo redirectTo switchTab navigateBack reLaunch showToast hideToast showModal previewImage chooseMedia ' +
  'compressImage pageScrollTo stopPullDownRefresh setNavigationBarColor onNetworkStatusChange ' +
  'offNetworkStatusChange onAppShow onAppHide onError onUnhandledRejection onThemeChange onPageNotFound ' +
  'getPrivacySetting onNeedPrivacyAuthorization getUpdateManager getFileSystemManager nextTick'
).split(' ')
