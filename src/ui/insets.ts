import Taro from '@tarojs/taro'

interface Insets {
  /** The status bar, px. */
  top: number
  /** The bar below it, as high as WeChat's own. */
  bar: number
  /** The home indicator: px, or the system's own word for it. */
  bottom: string
  /** How much WeChat's capsule takes on the right of the bar, px. */
  capsule: number
}

let known: Insets | undefined

/** What the phone, or the frame of the preview, draws over the page. */
export function insets(): Insets {
  known ??= process.env.TARO_ENV === 'weapp' ? onPhone() : framed()
  return known
}

function framed(): Insets {
  const asked = new URLSearchParams(window.location.search)
  const pixels = (name: string) => Number(asked.get(name)) || 0
  return { top: pixels('top'), bar: 44, bottom: `${pixels('bottom')}px`, capsule: pixels('capsule') }
}

function onPhone(): Insets {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const button = Taro.getMenuButtonBoundingClientRect()
  return {
    top: statusBarHeight,
    bar: (button.top - statusBarHeight) * 2 + button.height,
    bottom: 'env(safe-area-inset-bottom)',
    capsule: windowWidth - button.left + 8,
  }
}

/** For the root of a page: the same as CSS variables. */
export function insetStyle(): Record<string, string> {
  const { top, bar, bottom, capsule } = insets()
  return {
    '--inset-top': `${top}px`,
    '--bar-height': `${bar}px`,
    '--inset-bottom': bottom,
    '--capsule': `${capsule}px`,
  }
}
