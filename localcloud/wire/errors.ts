import { EngineError } from '../engine/engine.ts'
import { BadValue } from '../engine/values.ts'

/** An answer that the SDK turns into a thrown error: HTTP 200 with `code` and `message`. */
export class WireError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const contact = 'Please check your request, but if the problem'

/** Codes and messages as the real cloud gives them; the SDK and third-party code match on both. */
export function toWireError(error: unknown): WireError {
  if (error instanceof WireError) return error
  if (error instanceof EngineError) {
    switch (error.kind) {
      case 'collection missing':
        return new WireError(
          'DATABASE_COLLECTION_NOT_EXIST',
          `[ResourceNotFound] ${error.message}. ${contact} cannot be solved, contact us.`,
        )
      case 'duplicate':
        return new WireError(
          'DATABASE_DUPLICATE_WRITE',
          `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{${error.message}}]}, {<nil>}]`,
        )
      case 'conflict':
        return new WireError(
          'DATABASE_TRANSACTION_CONFLICT',
          `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${contact} persists, contact us.`,
        )
      case 'transaction gone':
        return new WireError(
          'DATABASE_TRANSACTION_FAIL',
          `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${contact} persists, contact us.`,
        )
    }
  }
  const known = error instanceof EngineError || error instanceof BadValue
  const message = error instanceof Error ? error.message : String(error)
  if (known || isMingoError(error)) {
    return new WireError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] ${message}. ${contact} persists, contact us.`,
    )
  }
  return new WireError('SYS_ERR', `[InternalError] ${message}`)
}

const isMingoError = (error: unknown) => error instanceof Error && error.constructor.name === 'MingoError'
