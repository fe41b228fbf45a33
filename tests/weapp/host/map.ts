import { BuiltIn } from './elements.ts'

interface Point {
  longitude: number
  latitude: number
}
interface Marker extends Point {
  id: number
  callout?: { content: string; bgColor: string }
}

/** Stands in for WeChat's map: markers where they are, the ground empty. */
export class MapElement extends BuiltIn {
  static observedAttributes = ['markers', 'circles', 'longitude', 'latitude', 'scale']
  connectedCallback() {
    this.draw()
  }
  attributeChangedCallback() {
    if (this.isConnected) this.draw()
  }

  override tapDetail({ x, y }: { x: number; y: number }) {
    const { left, top, width, height } = this.getBoundingClientRect()
    const step = this.degreesPerPixel()
    const { longitude, latitude } = this.middle()
    return {
      longitude: longitude + (x - left - width / 2) * step,
      latitude: latitude - (y - top - height / 2) * step,
    }
  }

  private draw() {
    const step = this.degreesPerPixel()
    const middle = this.middle()
    const markers = (this.given('markers') as Marker[] | undefined) ?? []
    const circles = (this.given('circles') as Point[] | undefined) ?? []
    const at = (element: HTMLElement, { longitude, latitude }: Point) => {
      element.style.left = `calc(50% + ${(longitude - middle.longitude) / step}px)`
      element.style.top = `calc(50% - ${(latitude - middle.latitude) / step}px)`
      return element
    }
    this.replaceChildren(
      ...circles.map((circle) => at(made('span', 'host-circle'), circle)),
      ...markers.map((marker) => at(this.pin(marker), marker)),
    )
  }

  private pin({ id, callout }: Marker) {
    const pin = made('span', 'host-pin')
    pin.textContent = callout?.content ?? ''
    pin.style.background = callout?.bgColor ?? ''
    pin.addEventListener('touchend', (event) => {
      event.stopPropagation()
      this.tell(callout ? 'callouttap' : 'markertap', { markerId: id })
    })
    return pin
  }

  private middle(): Point {
    return { longitude: Number(this.given('longitude')), latitude: Number(this.given('latitude')) }
  }
  private degreesPerPixel(): number {
    return 360 / (256 * 2 ** (Number(this.given('scale')) || 16))
  }
}

function made(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  return element
}
