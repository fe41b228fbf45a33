import type { Instance } from './engine.ts'

/** What one page has sent to its view, and how much of it there is. */
export interface PageCount {
  route: string
  /** Of each setData: bytes of its JSON, and milliseconds since the page was opened. */
  setDatas: { bytes: number; after: number }[]
  /** The most WXML nodes that it had at once. */
  nodes: number
}

/** What no page may exceed, in a setData and on the screen; what does is told as an error, which fails the test. */
const most = { bytes: 64 * 1024, nodes: 999 }

function complain(what: string): void {
  console.error(`over budget: ${what}`)
}

/** Counts what WeChat limits, for whoever tests. */
export class Ledger {
  readonly pages: PageCount[] = []

  page(route: string, content: HTMLElement): PageCount & { opened: number } {
    const count = { route, setDatas: [], nodes: 0, opened: performance.now() }
    this.pages.push(count)
    new MutationObserver(() => {
      count.nodes = Math.max(count.nodes, nodesIn(content))
      if (count.nodes > most.nodes) complain(`${route} has ${count.nodes} nodes`)
    }).observe(content, { childList: true, subtree: true })
    return count
  }
}

/** WXML nodes: what a template wrote, not what a browser draws a field or a picture with. */
function nodesIn(content: HTMLElement): number {
  const written = /^(wx-.+|canvas|page)$/
  return [...content.querySelectorAll('*')].filter(({ localName }) => written.test(localName)).length
}

export function watchSetData(instance: Instance, count: PageCount & { opened: number }): void {
  const original = instance.setData.bind(instance)
  instance.setData = (data, done) => {
    const text = JSON.stringify(data)
    const bytes = new TextEncoder().encode(text).length
    count.setDatas.push({ bytes, after: performance.now() - count.opened })
    if (bytes > most.bytes) complain(`${count.route} sent ${bytes} bytes to its view`)
    // WeChat carries it as JSON: what is no JSON does not arrive.
    original(JSON.parse(text), done)
  }
}
