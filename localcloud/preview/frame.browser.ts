// Runs in the frame page. It is compiled alone and put into the page, so it imports nothing.
export {}

interface Person {
  openid: string
  name: string
  path?: string
}

const people: Person[] = JSON.parse(find('#people').textContent ?? '[]')
const screen = find('.screen')
const panel = find('.panel')
const desk = find('main')
const sheet = find<HTMLDialogElement>('.sheet')
const buttons = [...document.querySelectorAll<HTMLElement>('.person')]
const signals = [...document.querySelectorAll<HTMLInputElement>('[name=signal]')]
const fonts = [...document.querySelectorAll<HTMLInputElement>('[name=font]')]
const phoneWindow = matchMedia('(max-width: 499px)')

const asked = new URLSearchParams(location.search)
let person = people.find(({ openid }) => openid === asked.get('as')) ?? people[0]
let online = asked.get('signal') !== 'none'
/** WeChat's font setting, px: 16 is as drawn. */
let font = asked.get('font') ?? '16'
/** What is on the screen: the app, or a chat of WeChat. */
let at: 'app' | 'group' | 'messages' = 'app'
let app: HTMLIFrameElement | undefined

/** A new frame each time: changing the address of the old one would fill the history, or only move its hash. */
function open() {
  app?.remove()
  app = document.createElement('iframe')
  app.title = person ? `${screen.dataset.title}，身份：${person.name}` : `${screen.dataset.title}`
  app.src = appAddress()
  app.addEventListener('load', tellNetwork)
  screen.append(app)
}

function appAddress(): string {
  return `/${at}/?${appQuery()}${at === 'app' ? startPage() : ''}`
}

function appQuery(): URLSearchParams {
  const insets = phoneWindow.matches ? [0, 0, 0] : [44, 34, 96]
  const query = new URLSearchParams({ ...(person && { as: person.openid }) })
  for (const [index, name] of ['top', 'bottom', 'capsule'].entries()) query.set(name, `${insets[index]}`)
  if (font !== '16') query.set('font', font)
  return query
}

const startPage = () => (person?.path ? `#${person.path.replace(/^#/, '')}` : '')

function tellNetwork() {
  app?.contentWindow?.postMessage({ type: 'preview:network', online }, location.origin)
}

/** The address keeps what is chosen, so that a reload stays and a link can be passed on. */
function show() {
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(button.dataset.openid === person?.openid))
  }
  for (const signal of signals) signal.checked = (signal.value === 'normal') === online
  for (const size of fonts) size.checked = size.value === font
  screen.dataset.signal = online ? 'normal' : 'none'
  const query = new URLSearchParams({
    ...(person && { as: person.openid }),
    ...(!online && { signal: 'none' }),
    ...(font !== '16' && { font }),
  })
  history.replaceState(null, '', `${query}` === '' ? '/' : `/?${query}`)
}

function say(sentence: string) {
  find('.said', panel).textContent = sentence
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    person = people.find(({ openid }) => openid === button.dataset.openid)
    // The group is everybody's to look at; messages are one person's.
    if (at === 'messages') at = 'app'
    show()
    open()
    say(`现在是${person?.name}`)
    sheet.close()
  })
}

for (const signal of signals) {
  signal.addEventListener('change', () => {
    online = signal.value === 'normal'
    show()
    tellNetwork()
    say(online ? '信号恢复了' : '没信号了，看看还能做什么')
  })
}

for (const size of fonts) {
  size.addEventListener('change', () => {
    font = size.value
    show()
    open()
    say('微信里改了字号，小程序重新打开了')
  })
}

find('.again').addEventListener('click', () => {
  at = 'app'
  open()
  say('重新打开了')
  sheet.close()
})

document.querySelector('.to-group')?.addEventListener('click', () => {
  at = 'group'
  open()
  say('这是群里看到的样子，点卡片进去')
  sheet.close()
})

document.querySelector('.to-messages')?.addEventListener('click', () => {
  at = 'messages'
  open()
  say('这是微信里收到的通知，点开进小程序')
  sheet.close()
})

addEventListener('message', ({ source, data }) => {
  if (source === app?.contentWindow && data?.type === 'preview:ready') tellNetwork()
})

/** On a phone's window the panel is a sheet; elsewhere it stands beside the phone. */
function arrange() {
  sheet.close()
  const place = phoneWindow.matches ? sheet : desk
  place.append(panel)
  open()
}

phoneWindow.addEventListener('change', arrange)
find('.switch').addEventListener('click', () => sheet.showModal())
find('.close').addEventListener('click', () => sheet.close())
sheet.addEventListener('click', ({ target }) => {
  if (target === sheet) sheet.close()
})

function fitWindow() {
  const scale = Math.min(1, Math.max(0.7, (innerHeight - 48) / 836))
  document.documentElement.style.setProperty('--scale', `${scale}`)
}

function tick() {
  find('.time').textContent = new Date().toTimeString().slice(0, 5)
}

/** Status bar and indicator turn light over a dark bar of the app, as WeChat draws them. */
function matchApp() {
  screen.dataset.head = shadeAt(120, 22)
  screen.dataset.foot = shadeAt(60, 806)
}

function shadeAt(x: number, y: number): 'light' | 'dark' {
  const page = app?.contentDocument
  for (const element of page?.elementsFromPoint(x, y) ?? []) {
    const color = page?.defaultView?.getComputedStyle(element).backgroundColor ?? ''
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
    if (alpha >= 0.5) return 0.3 * red + 0.59 * green + 0.11 * blue < 110 ? 'dark' : 'light'
  }
  return 'light'
}

function find<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const element = within.querySelector<T>(selector)
  if (!element) throw new Error(`The frame page has no ${selector}`)
  return element
}

addEventListener('resize', fitWindow)
setInterval(tick, 1000)
setInterval(matchApp, 250)
fitWindow()
tick()
show()
arrange()
