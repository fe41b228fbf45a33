import type { Frame } from '../frame.ts'
import { capsule, statusBar } from '../frame.ts'
import type { Pages } from '../pages.ts'
import { Failed, later } from './answer.ts'
import { cloud } from './cloud.ts'
import { type Files, fileSystem, userFolder } from './files.ts'
import { choose, media } from './media.ts'
import { behindGate, privacy } from './privacy.ts'
import { sharing } from './share.ts'
import { subscribe } from './subscribe.ts'
import { showToast } from './toast.ts'

export interface Phone {
  openid: string
  /** The group chat whose card opened the app. */
  group: string | undefined
  files: Files
  pages: () => Pages
}

/** How the app was opened: 1044 is a card in a group chat. */
export const scene = ({ group }: Phone) => (group === undefined ? 1001 : 1044)

/**
 * The `wx` of the host: what the compiled mini-program calls, on the local cloud and this browser. Anything else throws,
 * so that a call that nobody looked at shows in the first journey that makes it.
 */
export function fakeWx(phone: Phone): object {
  const { files, pages } = phone
  const listeners = (name: string) => (listener: (told: object) => void) => {
    if (name === 'network')
      for (const type of ['online', 'offline'])
        window.addEventListener(type, () =>
          listener({ isConnected: type === 'online', networkType: network() }),
        )
  }
  const known = behindGate({
    ...device(),
    ...privacy,
    ...storage,
    ...media(files),
    ...sharing(phone),
    ...navigation(pages),
    env: { USER_DATA_PATH: userFolder },
    cloud: cloud(phone.openid, files),
    canIUse: () => true,
    nextTick: (work: () => void) => void setTimeout(work, 0),
    getFileSystemManager: () => fileSystem(files),
    getEnterOptionsSync: () => ({ scene: scene(phone), path: '', query: {} }),
    getLaunchOptionsSync: () => ({ scene: scene(phone), path: '', query: {} }),
    getNetworkType: later('getNetworkType', () => ({ networkType: network() })),
    onNetworkStatusChange: listeners('network'),
    createSelectorQuery: () => new Query(pages),
    showToast: later('showToast', showToast),
    stopPullDownRefresh: later('stopPullDownRefresh', () => ({})),
    pageScrollTo: later('pageScrollTo', ({ scrollTop = 0 }: { scrollTop?: number }) => {
      topFrame(pages).scrollTo(scrollTop)
      return {}
    }),
    getRandomValues: later('getRandomValues', ({ length }: { length: number }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
    })),
    requestSubscribeMessage: later('requestSubscribeMessage', subscribe),
    authorize: later('authorize', () => ({})),
    openSetting: later('openSetting', () => ({ authSetting: {} })),
    getLocation: later('getLocation', () => position()),
    setKeepScreenOn: later('setKeepScreenOn', () => ({})),
    setClipboardData: later('setClipboardData', async ({ data }: { data: string }) => {
      await navigator.clipboard.writeText(data).catch(() => undefined)
      return showToast({ title: '内容已复制' })
    }),
    // What leaves the app: the person comes back at once, having done nothing there.
    makePhoneCall: later('makePhoneCall', () => ({})),
    openLocation: later('openLocation', () => ({})),
    previewImage: later('previewImage', () => ({})),
    addPhoneCalendar: later('addPhoneCalendar', () => ({})),
    showShareImageMenu: later('showShareImageMenu', () => ({})),
    scanCode: later('scanCode', (): object => {
      throw new Failed('cancel')
    }),
    chooseMessageFile: later('chooseMessageFile', async () => {
      const [file] = await choose('', false, false)
      if (!file) throw new Failed('cancel')
      return { tempFiles: [{ path: await files.temporary(file, 'csv'), name: file.name }] }
    }),
  })
  return new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name === 'symbol' || probed.has(name)) return Reflect.get(target, name)
      throw new Error(`the page called wx.${name}, which the host does not have`)
    },
  })
}

/** What Taro asks for without minding when it is not there. */
const probed = new Set(['webpackJsonp', 'hasOwnProperty'])

const network = () => (navigator.onLine ? 'wifi' : 'none')

function device() {
  const window_ = () => ({
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    statusBarHeight: statusBar,
    safeArea: { top: statusBar, bottom: innerHeight - 34, left: 0, right: innerWidth },
  })
  const all = () => ({
    ...window_(),
    platform: 'android',
    SDKVersion: '3.8.0',
    language: 'zh_CN',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    fontSizeSetting: Number(new URLSearchParams(location.search).get('font')) || 16,
  })
  return {
    getWindowInfo: window_,
    getSystemInfoSync: all,
    getAppBaseInfo: all,
    getDeviceInfo: all,
    getMenuButtonBoundingClientRect: () => capsule,
  }
}

const storage = {
  getStorageSync: (key: string) => {
    const kept = localStorage.getItem(key)
    return kept === null ? '' : JSON.parse(kept)
  },
  setStorageSync: (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => localStorage.removeItem(key),
  getStorageInfoSync: () => ({ keys: Object.keys(localStorage) }),
}

function navigation(pages: () => Pages) {
  const by = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
    later(name, ({ url }: { url: string }) => {
      pages()[name](url)
      return {}
    })
  return {
    navigateTo: by('navigateTo'),
    redirectTo: by('redirectTo'),
    switchTab: by('switchTab'),
    reLaunch: by('reLaunch'),
    navigateBack: later('navigateBack', ({ delta = 1 }: { delta?: number }) => {
      pages().navigateBack(delta)
      return {}
    }),
  }
}

function position(): Promise<{ longitude: number; latitude: number }> {
  return new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude } }) => resolve({ longitude, latitude }),
      () => reject(new Failed('auth deny')),
    ),
  )
}

function topFrame(pages: () => Pages): Frame {
  const top = pages().top()
  if (!top) throw new Failed('there is no page')
  return top.frame
}

/** WeChat's selector query, as far as it is used: an element that can be drawn on. */
class Query {
  private selector = ''
  constructor(private readonly pages: () => Pages) {}
  select(selector: string) {
    this.selector = selector
    return { fields: ({ node }: { node: true }) => (node ? this : this) }
  }
  exec(done: (found: ({ node: HTMLElement } | null)[]) => void) {
    const node = this.pages().top()?.shown.find(this.selector)
    setTimeout(() => done([node ? { node } : null]), 0)
  }
}
