import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { BuiltIn } from './elements.ts'
import { builtIn } from './styles.ts'

type Context = InstanceType<typeof glassEasel.CurrentWindowBackendContext>

/** What may stand on a page: the elements that the host draws, and the components of the package. */
const known = new Set<string>([...builtIn, 'comp', 'tab-bar'])

/** Draws into this window, WeChat's elements by the host's. */
class WindowBackend extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (name: string) => create(name),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as Context['document']
}

function create(name: string): HTMLElement {
  if (name === 'canvas' || name === 'page') return document.createElement(name)
  if (!known.has(name)) throw new Error(`the host has no element ${name}`)
  return document.createElement(`wx-${name}`)
}

/** Hands an event on to who listens in the templates, with the fields that WeChat gives it. */
const dispatch: Parameters<Context['onEvent']>[0] = (target, type, detail, options) => {
  const event = options.originalEvent
  const element = event instanceof Event ? drawn(event.target) : undefined
  const own = type === 'tap' ? element?.tapDetail(detail) : undefined
  const told = event instanceof CustomEvent ? event.detail : { ...detail, ...own }
  const extraFields = event instanceof TouchEvent ? touchesOf(event) : {}
  const sent = new glassEasel.Event(type, told, { ...options, extraFields })
  glassEasel.Event.dispatchEvent(target, sent)
  return sent.getEventBubbleStatus()
}

function drawn(target: EventTarget | null): BuiltIn | undefined {
  let element = target instanceof Element ? target : null
  while (element && !(element instanceof BuiltIn)) element = element.parentElement
  return element ?? undefined
}

function touchesOf(event: TouchEvent) {
  const plain = (list: TouchList) =>
    [...list].map(({ identifier, clientX, clientY, pageX, pageY }) => ({
      identifier,
      clientX,
      clientY,
      pageX,
      pageY,
    }))
  return { touches: plain(event.touches), changedTouches: plain(event.changedTouches) }
}

/** Of an engine's component, what a page's code sees as `this`. */
export type Instance = Record<string, unknown> & {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, done?: () => void): void
}

/** One page or component that is on the screen. */
export interface Shown {
  instance: Instance
  /** The element that a selector of WeChat's finds inside. */
  find(selector: string): HTMLElement | undefined
  release(): void
}

/** WeChat's engine with the compiled templates; components register themselves while their code runs. */
export class Engine {
  private readonly environment = new MiniProgramEnv()
  private readonly backend: ReturnType<MiniProgramEnv['associateBackend']>
  private readonly space = this.environment.createCodeSpace('', true)

  constructor(templates: Record<string, unknown>, settings: Record<string, object>) {
    // What a listener throws is a fault of the page: the test hears of it.
    glassEasel.globalOptions.throwGlobalError = true
    const backend = new WindowBackend()
    backend.onEvent(dispatch)
    this.backend = this.environment.associateBackend(backend)
    for (const [path, content] of Object.entries(templates))
      this.space.addCompiledTemplate(path, {
        groupList: templates,
        content,
        // Taro writes bindtap, not bind:tap.
        fallbackListenerOnNativeNode: true,
      } as never)
    for (const [path, content] of Object.entries(settings)) this.space.addComponentStaticConfig(path, content)
  }

  /** Runs the code of a page or component with the constructors that register it. */
  register(path: string, run: (constructors: Constructors) => void): void {
    this.space.componentEnv(path, ({ Page, Component, Behavior }) => {
      const constructors = { Page, Component, Behavior } as unknown as Constructors
      run({ Page: constructors.Page, Behavior: constructors.Behavior, Component: component(constructors) })
    })
  }

  /** Makes one of what stands at a path, and shows it in `place`. */
  show(path: string, tag: string, place: HTMLElement, prepare: (instance: Instance) => void): Shown {
    const root = this.backend.createRoot(tag, this.space, path)
    const instance = root.get() as unknown as Instance
    prepare(instance)
    const holder = document.createElement('span')
    place.append(holder)
    root.attach(place as never, holder as never)
    return {
      instance,
      find: (selector) => {
        const found = root.getComponent().getShadowRoot()?.querySelector(selector)
        return (found?.getBackendElement() ?? undefined) as unknown as HTMLElement | undefined
      },
      release: () => root.release(),
    }
  }
}

/** Taro writes an empty object where WeChat takes a list of none. */
const component = (constructors: Constructors) => (definition: object) => {
  const lists = ['behaviors', 'externalClasses'].map((name) => {
    const given: unknown = Reflect.get(definition, name)
    return [name, Array.isArray(given) ? given : []]
  })
  return constructors.Component({ ...definition, ...Object.fromEntries(lists) })
}

export type Constructors = Record<'Page' | 'Component' | 'Behavior', (definition: object) => void>
