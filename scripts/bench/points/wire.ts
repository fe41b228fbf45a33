import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'

const counting = new AsyncLocalStorage<{ requests: number }>()
let listening = false

/** Runs something in this process and counts the wire requests that it makes, whatever else runs beside it. */
export async function requestsOf(work: () => Promise<void>): Promise<number> {
  if (!listening)
    subscribe('http.client.request.start', () => {
      const counter = counting.getStore()
      if (counter) counter.requests += 1
    })
  listening = true
  const counter = { requests: 0 }
  await counting.run(counter, work)
  return counter.requests
}
