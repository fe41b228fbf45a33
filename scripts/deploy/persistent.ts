import { type Ask, CallFailed } from './calls.ts'

export type Sleep = (milliseconds: number) => Promise<void>

export const sleep: Sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Milliseconds before each further attempt. */
const waits = [1_000, 2_000, 4_000, 8_000, 15_000]

/** Asks again when it may work the next time; every call of the deployment may be made twice. */
export function persistent(ask: Ask, wait: Sleep = sleep): Ask {
  return async (request) => {
    for (const milliseconds of waits) {
      try {
        return await ask(request)
      } catch (error) {
        if (!(error instanceof CallFailed && error.passing)) throw error
        await wait(milliseconds)
      }
    }
    return ask(request)
  }
}
