/** The elements of WeChat that are drawn by ones of ours: in the browser `view` is `wx-view`, as on a phone. */
export const builtIn = [
  'view',
  'text',
  'image',
  'input',
  'textarea',
  'button',
  'picker',
  'scroll-view',
  'canvas',
  'map',
] as const

const elements = new RegExp(`(^|[\\s,>+~}])(${builtIn.join('|')})(?=[\\s,>+~:.\\[]|$)`, 'g')

/**
 * WXSS as a browser takes it on a phone 375 px wide: two rpx are a pixel, elements have the names that the view layer
 * gives them, and the height is that of the page's own window, which WeChat's bar is not part of.
 */
export function styleSheet(wxss: string): string {
  return wxss
    .replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, value: string) => `${Number(value) / 2}px`)
    .replace(
      /(-?(?:\d+\.?\d*|\.\d+))vh\b/g,
      (_, value: string) => `calc(var(--window-height) * ${Number(value) / 100})`,
    )
    .replace(/[^{}]+(?=\{)/g, (selector) =>
      selector.trimStart().startsWith('@') ? selector : selector.replace(elements, '$1wx-$2'),
    )
}
