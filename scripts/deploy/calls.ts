/** Who is asked: Tencent Cloud (tcb: environment, database, storage; scf: functions), WeChat, or this machine. */
export type Service = 'tcb' | 'scf' | 'wechat' | 'local'

/** One call of an interface, as it goes over the wire, without secrets: those are the client's. */
export interface Request {
  service: Service
  action: string
  params: Record<string, unknown>
}

/** A request that changes something. */
export interface Call extends Request {
  /** What it does, in a few words for the person who watches. */
  says: string
  /** The function that it is about: while the cloud works on it, nothing else can be done to it. */
  before?: string
  /** The same, once the call was made. */
  settles?: string
  /** What is answered when it was done before: an answer that was lost, or somebody else at the same time. */
  done?: RegExp
}

export type Answer = Record<string, unknown>
export type Ask = (request: Request) => Promise<Answer>

/** An interface refused, or could not be reached. */
export class CallFailed extends Error {
  readonly code: string
  /** It may well work the next time: too many at once, a bad line, trouble on the other side. */
  readonly passing: boolean
  constructor({ service, action }: Request, code: string, message: string, passing: boolean) {
    super(`${service} ${action}: ${message}${code && ` (${code})`}`)
    this.code = code
    this.passing = passing
  }
}

/** A call in one line. What is long (the code of a function) is named by its size. */
export function printed({ service, action, params }: Request): string {
  const shortened = (_key: string, value: unknown) =>
    typeof value === 'string' && value.length > 2_000 ? `<${Math.ceil(value.length / 1_024)} KB>` : value
  return `${service} ${action} ${JSON.stringify(params, shortened)}`
}
