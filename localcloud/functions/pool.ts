import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Call } from './calls.ts'

export interface Job {
  environment: Record<string, string>
  event: string
  context: Record<string, unknown>
}

interface Failure {
  message: string
  stack?: string
  code?: unknown
  /** False when the function's file itself could not be loaded. */
  loaded: boolean
}

/** A function that threw, could not be loaded, ran out of time or died. */
export class FunctionError extends Error {
  readonly code: unknown
  /** The call that ended so. */
  call?: Call
  constructor(message: string, stack?: string, code?: unknown) {
    super(message)
    if (stack) this.stack = stack
    this.code = code
  }
}

export interface PoolOptions {
  folder: string
  /** Folders where modules are looked for when the function has none of its own. */
  modules: string[]
  env: Record<string, string>
  /** Calls side by side; more wait. Calls from within another function never wait, or they could wait for ever. */
  most: number
  milliseconds: number
  /** Hears what a function prints, as it comes. */
  said: (text: string, isError: boolean) => void
}

/** A cold start, until the function's file is loaded, does not count against its own time. */
const LOAD_MILLISECONDS = 60_000

/** The workers of one function: each runs one call at a time, so that identities can't mix. */
export class Pool {
  private readonly options: PoolOptions
  private readonly idle: Worker[] = []
  private readonly all = new Set<Worker>()
  private readonly waiting: { resolve: (worker: Worker) => void; reject: (error: Error) => void }[] = []
  private closed = false

  constructor(options: PoolOptions) {
    this.options = options
  }

  /** Runs one call; the answer is the return value as JSON text. */
  async run(job: Job, nested: boolean, onWorker: (kill: () => void) => void = () => {}): Promise<string> {
    const worker = await this.take(nested)
    onWorker(() => this.drop(worker))
    let healthy = false
    try {
      const text = await this.runOn(worker, job)
      healthy = true
      return text
    } catch (error) {
      healthy = error instanceof FunctionError && this.all.has(worker)
      throw error
    } finally {
      if (healthy && (!this.closed || this.waiting.length > 0)) this.giveBack(worker)
      else this.drop(worker)
    }
  }

  private take(nested: boolean): Promise<Worker> | Worker {
    const idle = this.idle.pop()
    if (idle) return idle
    if (nested || this.all.size < this.options.most) return this.grow()
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }))
  }

  private grow(): Worker {
    const { folder, modules, env, said } = this.options
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { folder, modules },
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    const line = (text: string) => text.replace(/\n$/, '')
    worker.stdout.setEncoding('utf8').on('data', (text: string) => said(line(text), false))
    worker.stderr.setEncoding('utf8').on('data', (text: string) => said(line(text), true))
    worker.on('error', () => this.drop(worker))
    worker.on('exit', () => this.drop(worker))
    this.all.add(worker)
    return worker
  }

  private giveBack(worker: Worker): void {
    const next = this.waiting.shift()
    if (next) next.resolve(worker)
    else this.idle.push(worker)
  }

  private drop(worker: Worker): void {
    const at = this.idle.indexOf(worker)
    if (at >= 0) this.idle.splice(at, 1)
    if (!this.all.delete(worker)) return
    void worker.terminate()
    this.waiting.shift()?.resolve(this.grow())
  }

  private runOn(worker: Worker, job: Job): Promise<string> {
    const { milliseconds } = this.options
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        worker.off('message', onMessage)
        worker.off('error', onError)
        worker.off('exit', onExit)
        finish()
      }
      const onMessage = (message: { started: true } | { text: string } | { failure: Failure }) => {
        if ('started' in message) limit(milliseconds)
        else if ('text' in message) settle(() => resolve(message.text))
        else settle(() => reject(this.errorOf(message.failure)))
      }
      const onError = (error: Error) => settle(() => reject(new FunctionError(error.message, error.stack)))
      const onExit = () => settle(() => reject(new FunctionError('the function ended its process')))
      let timer: NodeJS.Timeout
      const limit = (most: number) => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          this.drop(worker)
          settle(() => reject(new FunctionError(`Invoking task timed out after ${most / 1000} seconds`)))
        }, most)
      }
      limit(LOAD_MILLISECONDS)
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.on('exit', onExit)
      worker.postMessage(job)
    })
  }

  private errorOf({ message, stack = '', code, loaded }: Failure): FunctionError {
    if (loaded) return new FunctionError(message, stack, code)
    console.error(`${this.options.folder} could not be loaded: ${stack}`)
    // The first of its own files with a line: a syntax error's stands above the stack, that of others in it.
    const place = stack
      .split(this.options.folder + path.sep)
      .flatMap((part) => /^[^\s:]+:\d+/.exec(part) ?? [])[0]
    const where = place === undefined ? '' : ` (${place})`
    return new FunctionError(`the function could not be loaded: ${message}${where}`, stack, code)
  }

  /** Takes no more calls; those under way are finished, or with `now` cut off. */
  async close(now = false): Promise<void> {
    this.closed = true
    if (now)
      for (const { reject } of this.waiting.splice(0)) reject(new FunctionError('the cloud is closing'))
    await Promise.all([...(now ? this.all : this.idle)].map((worker) => worker.terminate()))
  }
}
