/** What a log may say of an error: never a word that somebody typed, an id of WeChat's or a document. */
export interface Harmless {
  name: string
  /** The number or code of the cloud or of Node, when it is one. */
  code?: string | number
  /** What the message is known to be about, in our own words. */
  signs: string[]
  /** Where it was thrown, innermost first: `submit index.js:4711:13`. */
  at: string[]
}

/**
 * What is looked for in a message. A message may quote a document (a duplicate key), what was typed (JSON, a schema) or an
 * address, so that nothing of it is kept: the log gets the word on the right.
 */
const signs: readonly (readonly [RegExp, string])[] = [
  [/conflict/i, 'conflict'],
  [/duplicate|already exists/i, 'duplicate'],
  [/timed? ?out|ETIMEDOUT|ESOCKETTIMEDOUT/i, 'timeout'],
  [/ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|ENOTFOUND|EAI_AGAIN/, 'connection'],
  [/COLLECTION_NOT_EXIST/, 'collection missing'],
  [/TRANSACTION_FAIL|TransactionNotExist/, 'transaction over'],
  [/DATABASE_REQUEST_FAILED|FailedOperation/, 'database refused'],
  [/SYS_ERR|InternalError/, 'cloud failed'],
  [/LimitExceeded|EXCEED_|FREQ_|QUOTA/, 'limit exceeded'],
  [/PERMISSION|Unauthorized|SIGN_PARAM|AUTH/, 'not permitted'],
  [/is not a function|is not iterable|of undefined|of null|is not defined/, 'program'],
  [/JSON/, 'json'],
]

const nameShape = /^[A-Za-z]{0,32}(Error|Exception|Refusal)$/
/** Node's and the cloud's; a number of a phone, an openid or a sentence has none of this shape. */
const codeShape = /^[A-Z][A-Z_]{2,59}$/
const largestCode = 9_999_999
const mostFrames = 12

/** The harmless part of whatever was thrown. */
export function harmless(thrown: unknown): Harmless {
  if (typeof thrown !== 'object' || thrown === null) return { name: typeof thrown, signs: [], at: [] }
  const { name, code, errCode, message, stack } = thrown as Record<string, unknown>
  const known = codeOf(errCode) ?? codeOf(code)
  const said = typeof message === 'string' ? message : ''
  return {
    name: typeof name === 'string' && nameShape.test(name) ? name : 'Error',
    ...(known !== undefined && { code: known }),
    signs: signs.filter(([pattern]) => pattern.test(said)).map(([, sign]) => sign),
    at: typeof stack === 'string' ? framesOf(stack, String(name), said) : [],
  }
}

function codeOf(code: unknown): string | number | undefined {
  if (typeof code === 'number')
    return Number.isInteger(code) && Math.abs(code) <= largestCode ? code : undefined
  return typeof code === 'string' && codeShape.test(code) ? code : undefined
}

/** A function's own name, and where in which file: `at async main (/var/user/index.js:12:3)`. */
const frame =
  /^\s+at (?:(?:async |new )*([\w$.<>]+)(?: \[as [\w$]+\])? \()?(?:file:\/\/)?([^()\n]*?):(\d{1,6}):(\d{1,6})\)?$/

/**
 * The places of a stack. Its head is the message, of which a line may look like a place: where the head is not known to
 * be the message, as after somebody changed it, names are left out, which a message could have made up.
 */
function framesOf(stack: string, name: string, message: string): string[] {
  const head = message === '' ? name : `${name}: ${message}`
  const sure = stack.startsWith(head) && !message.includes('\n    at ')
  const lines = (stack.startsWith(head) ? stack.slice(head.length) : stack).split('\n')
  return lines
    .flatMap((line) => {
      const [, by, file, row, column] = frame.exec(line) ?? []
      const where = file && fileOf(file, sure)
      if (!where) return []
      return [`${sure && by ? `${by} ` : ''}${where}:${row}:${column}`]
    })
    .slice(0, mostFrames)
}

/**
 * A function's bundle or a part of it, Node itself, or a package's name; what lies elsewhere is nobody's business. Where
 * a message could have made the line up, a part has no name.
 */
function fileOf(file: string, sure: boolean): string | undefined {
  if (/(^|[\\/])index\.js$/.test(file) && !file.includes('node_modules')) return 'index.js'
  const [, part] = /[\\/]parts[\\/]([A-Za-z-]+-[\w-]{8}\.js)$/.exec(file) ?? []
  if (part && !file.includes('node_modules')) return sure ? `parts/${part}` : 'parts'
  if (file.startsWith('node:')) return 'node'
  if (/node_modules[\\/]wx-server-sdk/.test(file)) return 'wx-server-sdk'
  return /node_modules/.test(file) ? 'package' : undefined
}
