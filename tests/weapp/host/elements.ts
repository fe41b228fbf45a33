import type { Element as EngineElement } from 'glass-easel'
import { builtIn } from './styles.ts'

/** What the host's elements need of it: where a path of WeChat's can be shown from. */
export interface Surroundings {
  urlOf(path: string): string
  /** A button with an open-type was tapped. */
  openType(kind: string, button: BuiltIn): void
}
export const surroundings: Surroundings = {
  urlOf: (path) => path,
  openType: () => {},
}

/** An element of WeChat's, drawn by the browser. The engine sets attributes as texts and keeps the values. */
export class BuiltIn extends HTMLElement {
  /** Put there by the engine. */
  declare __wxElement?: EngineElement

  /** What a template gave: an object stays one. */
  given(name: string): unknown {
    return this.__wxElement?.getAttribute(name)
  }
  /** Tells the page, with the detail that WeChat sends. */
  tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
  /** What WeChat puts into a tap's detail; nothing for most. */
  tapDetail(_at: { x: number; y: number }): object | undefined {
    return undefined
  }
}

class View extends BuiltIn {
  static observedAttributes = ['aria-role']
  attributeChangedCallback(_name: string, _old: string | null, role: string | null) {
    if (role) this.setAttribute('role', role)
    else this.removeAttribute('role')
  }
}

class Picture extends BuiltIn {
  static observedAttributes = ['src', 'mode', 'aria-label']
  private readonly picture = document.createElement('img')
  connectedCallback() {
    if (!this.picture.isConnected) this.append(this.picture)
  }
  attributeChangedCallback(name: string, _old: string | null, value: string | null) {
    if (name === 'src' && value) this.picture.src = surroundings.urlOf(value)
    if (name === 'aria-label') this.picture.alt = value ?? ''
  }
}

/** A line or several of words: the browser's own field inside, told apart by who typed. */
abstract class Typed<Field extends HTMLInputElement | HTMLTextAreaElement> extends BuiltIn {
  static observedAttributes = [
    'value',
    'placeholder',
    'disabled',
    'focus',
    'aria-label',
    'type',
    'placeholder-class',
  ]
  protected abstract readonly field: Field
  connectedCallback() {
    if (this.field.isConnected) return
    this.append(this.field)
    this.field.addEventListener('input', (event) => {
      event.stopPropagation()
      this.tell('input', { value: this.field.value, cursor: this.field.selectionStart })
    })
    for (const type of ['focus', 'blur'] as const)
      this.field.addEventListener(type, () => this.tell(type, { value: this.field.value }))
    this.field.addEventListener('keydown', ((event: KeyboardEvent) => {
      if (event.key === 'Enter' && this.field.tagName === 'INPUT')
        this.tell('confirm', { value: this.field.value })
    }) as EventListener)
    this.colourPlaceholder()
  }
  attributeChangedCallback(name: string, _old: string | null, value: string | null) {
    if (name === 'value' && this.field.value !== value) this.field.value = value ?? ''
    if (name === 'placeholder') this.field.placeholder = value ?? ''
    if (name === 'disabled')
      this.field.disabled = value !== null && value !== 'false' && this.given(name) !== undefined
    if (name === 'focus' && this.given('focus') === true) setTimeout(() => this.field.focus(), 0)
    if (name === 'placeholder-class' && this.isConnected) this.colourPlaceholder()
    if (name === 'type') this.kind(value ?? '')
    if (name !== 'aria-label' || value === null) return
    this.field.setAttribute('aria-label', value)
    this.removeAttribute('aria-label')
  }
  protected kind(_type: string) {}

  /** WeChat draws a placeholder as an element of its own, under the class that is named. */
  private colourPlaceholder() {
    const probe = document.createElement('span')
    probe.className = this.getAttribute('placeholder-class') ?? ''
    this.append(probe)
    this.style.setProperty('--placeholder', getComputedStyle(probe).color)
    probe.remove()
  }
}

class Input extends Typed<HTMLInputElement> {
  protected readonly field = document.createElement('input')
  protected override kind(type: string) {
    this.field.inputMode = { number: 'numeric', digit: 'decimal' }[type] ?? 'text'
  }
}

class TextArea extends Typed<HTMLTextAreaElement> {
  protected readonly field = document.createElement('textarea')
}

class Button extends BuiltIn {
  connectedCallback() {
    this.setAttribute('role', 'button')
  }
  override tapDetail() {
    const kind = this.getAttribute('open-type')
    if (kind && this.given('disabled') !== true) surroundings.openType(kind, this)
    return undefined
  }
}

/** Scrolls inside, and tells so. */
class ScrollView extends BuiltIn {
  static observedAttributes = ['scroll-x', 'scroll-y', 'scroll-into-view', 'scroll-top']
  connectedCallback() {
    this.addEventListener('scroll', (event) => {
      if (event instanceof CustomEvent) return
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = this
      this.tell('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
      if (scrollHeight - scrollTop - clientHeight < 50) this.tell('scrolltolower', { direction: 'bottom' })
    })
  }
  attributeChangedCallback(name: string) {
    const on = (axis: string) => (this.given(axis) === true ? 'auto' : 'hidden')
    this.style.overflowX = on('scroll-x')
    this.style.overflowY = on('scroll-y')
    if (name === 'scroll-top') this.scrollTop = Number(this.given(name)) || 0
    if (name !== 'scroll-into-view') return
    const id = String(this.given(name) ?? '')
    if (id) setTimeout(() => this.querySelector(`[id$="--${CSS.escape(id)}"]`)?.scrollIntoView(), 0)
  }
}

const ownElements: Partial<Record<(typeof builtIn)[number], CustomElementConstructor>> = {
  view: View,
  image: Picture,
  input: Input,
  textarea: TextArea,
  button: Button,
  'scroll-view': ScrollView,
}

/** Tells the browser of WeChat's elements. */
export function defineElements(
  more: Partial<Record<(typeof builtIn)[number], CustomElementConstructor>>,
): void {
  for (const name of builtIn) {
    if (name === 'canvas') continue
    customElements.define(`wx-${name}`, more[name] ?? ownElements[name] ?? class extends BuiltIn {})
  }
}
