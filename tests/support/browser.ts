import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { inject } from 'vitest'
import { buildApp } from '../../scripts/build/app.ts'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'
import { previewAnswers, previewGroup, previewTemplates } from '../../scripts/load/wechat.ts'
import { packHost } from '../weapp/host/pack.ts'
import { startTestCloud, type TestCloud } from './cloud.ts'
import { lookFaults } from './looks.ts'

/** Pictures of the screens are build output: they are looked at, not compared. */
const allPictures = fileURLToPath(new URL('../../dist/screenshots/', import.meta.url))

const toTheCloud = /\/(call|upload|stored|files)\b/

/** A phone in somebody's hand: the H5 build at phone size, as the preview shows it. */
export interface HandPhone {
  page: Page
  /** Opens a page of the app, such as /home/index. */
  open(path: string): Promise<void>
  /** Looks into the group chat as this person. */
  openGroup(): Promise<void>
  /** Looks at what WeChat has sent to this person. */
  openMessages(): Promise<void>
  /** Taps what reads so: a button, a tile, a row. */
  tap(text: string | RegExp): Promise<void>
  /** Waits until the text is on the screen. */
  sees(text: string | RegExp): Promise<void>
  /** Does something that opens the camera or the album, and chooses a photo there: by default a new one. */
  addsPhoto(open: () => Promise<void>, photo?: Buffer): Promise<void>
  /** Holds what reads so for a while, and speaks. */
  speaks(text: string, milliseconds: number): Promise<void>
  /** Takes the signal away, or gives it back. */
  signal(on: boolean): Promise<void>
  /** What is shown once what rises has risen (`wait`, in milliseconds); `looks`: also by night and in large words. */
  picture(name: string, options?: { wait?: number; looks?: boolean }): Promise<void>
}

/**
 * `LOOKS=all`: every picture also by night and in large words, and what is wrong with it in looks.txt beside it. It takes
 * a while; `npm test` looks so at every page once (tests/weapp/pages.test.ts).
 */
const allLooks = process.env.LOOKS === 'all'

export interface Street {
  cloud: TestCloud
  phone(openid: string): Promise<HandPhone>
  /** What went wrong in any of the pages. */
  errors: string[]
  close(): Promise<void>
}

/** A cloud with some districts, the built H5 on it, and a browser in which several people hold their phones. */
export async function openStreet(districts: readonly string[]): Promise<Street> {
  const platform = inject('platform')
  const folder = platform === 'h5' ? await buildApp('h5') : await packHost()
  const cloud: TestCloud = await startTestCloud({
    districts,
    preview: { folder, title: '蜂鸣', people: [], group: previewGroup, templates: previewTemplates() },
    openapi: previewAnswers(() => 'http://127.0.0.1'),
  })
  const browser: Browser = await chromium.launch({
    executablePath: await findChromium(),
    // A microphone that hums, so that people can speak.
    args: [
      ...chromiumFlags,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
  const pictures = platform === 'h5' ? allPictures : join(allPictures, platform)
  mkdirSync(pictures, { recursive: true })
  const errors: string[] = []
  const underWay = new Set<Request>()
  /**
   * What somebody sent arrives before anybody opens a page: here a page is opened by address, which breaks off what is
   * being sent, as nothing in WeChat does. Who waits too long opens it all the same.
   */
  const answered = async () => {
    for (const until = Date.now() + 10_000; underWay.size > 0 && Date.now() < until; ) await wait(20)
  }
  return {
    cloud,
    errors,
    async phone(openid) {
      const context = await browser.newContext({
        viewport: { width: 375, height: 812 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      const page = await context.newPage()
      if (platform === 'weapp') await coverEdges(page)
      page.setDefaultTimeout(30_000)
      page.on('request', (request) => toTheCloud.test(request.url()) && underWay.add(request))
      page.on('requestfinished', (request) => underWay.delete(request))
      page.on('requestfailed', (request) => underWay.delete(request))
      const openAt = async (path: string) => {
        await answered()
        await page.goto(`${cloud.local.url}/${path}`)
      }
      const edges = 'top=44&bottom=34&capsule=96'
      page.on('pageerror', (error) => errors.push(`${openid}: ${error.message}`))
      page.on('console', (message) => {
        // What the browser itself notes of a request without a signal is no fault of the page, whenever it comes.
        if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED'))
          errors.push(`${openid}: ${message.text()}`)
      })
      const visible = (text: string | RegExp) =>
        page
          .getByText(text, { exact: typeof text === 'string' })
          .locator('visible=true')
          .first()
      // A machine that tests alone shows no picture: what the page said instead goes into the failure.
      const telling = (found: Promise<void>) =>
        found.catch(async (error: Error) => {
          const said = await page.locator('body').ariaSnapshot()
          error.message += `\nThe page at ${page.url()} said:\n${said.slice(0, 2000)}`
          throw error
        })
      return {
        page,
        open: (path) => openAt(`app/?as=${openid}&${edges}#${path}`),
        openGroup: () => openAt(`group/?as=${openid}&${edges}`),
        openMessages: () => openAt(`messages/?as=${openid}&${edges}`),
        tap: (text) => telling(visible(text).tap()),
        sees: (text) => telling(visible(text).waitFor()),
        async addsPhoto(openCamera, photo) {
          const chooser = page.waitForEvent('filechooser')
          await openCamera()
          const buffer = photo ?? (await page.screenshot({ type: 'jpeg', quality: 60 }))
          await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
          // Compressed and kept on the phone before it is shown.
          await page.waitForTimeout(500)
        },
        async speaks(text, milliseconds) {
          const button = await visible(text).elementHandle()
          const box = await button?.boundingBox()
          if (!button || !box) throw new Error(`nothing reads ${text}`)
          const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }
          const touch = (type: string) =>
            button.evaluate(
              (element, { type, at }) => {
                const point = new Touch({ identifier: 1, target: element, ...at })
                const touches = type === 'touchend' ? [] : [point]
                element.dispatchEvent(
                  new TouchEvent(type, { touches, changedTouches: [point], bubbles: true, cancelable: true }),
                )
              },
              { type, at },
            )
          await touch('touchstart')
          await page.waitForTimeout(milliseconds)
          await touch('touchend')
        },
        // The app itself is on the phone: without a signal only the cloud is out of reach.
        async signal(on) {
          if (on) return page.unroute(toTheCloud)
          await page.route(toTheCloud, (route) => route.abort('internetdisconnected'))
        },
        async picture(name, { wait = 400, looks = allLooks } = {}) {
          // Sheets rise; a picture in the middle of it shows nobody what people see.
          await page.waitForTimeout(wait)
          const shoot = (of: string) => page.screenshot({ path: join(pictures, `${of}.png`) })
          await shoot(name)
          if (!looks) return
          const faults = await lookFaults(page, async (how) => void (await shoot(`${name}@${how}`)))
          appendFileSync(join(pictures, 'looks.txt'), faults.map((fault) => `${name}: ${fault}\n`).join(''))
          errors.push(...faults.map((fault) => `${name}: ${fault}`))
        },
      }
    },
    async close() {
      await browser.close()
      await cloud.close()
      if (platform === 'weapp') rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The home indicator of the phone; the preview tells the H5 build of it in the address. */
async function coverEdges(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setSafeAreaInsetsOverride', { insets: { bottom: 34 } })
}
