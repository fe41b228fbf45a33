import { EngineError } from './engine/engine.ts'

/** A cloud that can't start, with a sentence for people. */
export class StartError extends Error {
  /** What the system says, such as EADDRINUSE. */
  readonly code: string | undefined
  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

/** Runs what needs a folder or a file; when the system refuses, says what it was for. */
export function orStartError<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new StartError(`${what}: ${(error as Error).message}`)
  }
}

export function engineError(
  error: NodeJS.ErrnoException,
  file: string | undefined,
  mongo: string | undefined,
): Error {
  const { message } = error
  const code = String(error.code ?? '')
  if (error instanceof EngineError) return new StartError(`an index can't be made: ${message}`)
  if (mongo) return new StartError(`MongoDB can't be used: ${message}`)
  if (/NOTADB|CORRUPT/.test(code)) {
    return new StartError(
      `the database ${file} is damaged (${message}): put a copy back, or move it away to start anew`,
    )
  }
  if (/BUSY|LOCKED/.test(code)) return new StartError(`the database ${file} is in use by another local cloud`)
  if (error.syscall || /CANTOPEN|READONLY|PERM/.test(code))
    return new StartError(`the database ${file} can't be opened: ${message}`)
  return error
}

export function listenError(
  error: NodeJS.ErrnoException,
  { port, host = '127.0.0.1' }: { port?: number; host?: string },
): Error {
  const notHere = `${host} is no address of this machine`
  const sentences: Record<string, string> = {
    EADDRINUSE: `port ${port} is taken: choose another, or 0 for any free one`,
    EACCES: `port ${port} may not be used: choose one above 1023`,
    EADDRNOTAVAIL: notHere,
    ENOTFOUND: notHere,
    EAI_AGAIN: notHere,
  }
  const sentence = sentences[error.code ?? '']
  return sentence === undefined ? error : new StartError(sentence, error.code)
}
