/** The callbacks that an API of WeChat's takes; without them it gives a promise. */
export interface Callbacks<Result> {
  success?: (result: Result) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: Result | { errMsg: string }) => void
}

/** WeChat's way to say that something did not come about. */
export class Failed extends Error {}

/** An API that answers later, by callbacks or by a promise, as its caller likes. */
export function later<Options extends object, Result extends object>(
  name: string,
  work: (options: Options) => Result | Promise<Result>,
) {
  return (options: Options & Callbacks<Result> = {} as Options) => {
    const done = new Promise<Result>((resolve) => resolve(work(options)))
      .then((result) => ({ errMsg: `${name}:ok`, ...result }))
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        throw Object.assign(new Error(`${name}:fail ${why}`), { errMsg: `${name}:fail ${why}` })
      })
    const { success, fail, complete } = options
    if (!success && !fail && !complete) return done
    done.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (error: Error & { errMsg: string }) => {
        fail?.({ errMsg: error.errMsg })
        complete?.({ errMsg: error.errMsg })
      },
    )
    return undefined
  }
}
