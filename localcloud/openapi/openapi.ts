import { fieldOf } from '../engine/values.ts'
import { decodeMessage, encodeMessage, type Field } from './protobuf.ts'

/** One use of `cloud.openapi`: what was sent to WeChat, or would have been. */
export interface Sent {
  /** Name behind `cloud.openapi.`, such as `subscribeMessage.send`. */
  api: string
  /** The arguments, in snake_case as the SDK sends them. */
  data: Record<string, unknown>
  functionName?: string
  openid?: string
  at: Date
  answer: unknown
}

/** Answers an API: a value, or a function of the arguments, at once or later. `{errcode, errmsg}` becomes a thrown error; a Buffer is a file. */
export type Script = Record<
  string,
  unknown | ((data: Record<string, unknown>, sent: Omit<Sent, 'answer'>) => unknown)
>

/** At most this many are remembered. */
const MOST_SENT = 10_000

/**
 * `cloud.openapi.*` on this machine: everything is recorded, and answered from a script. Nothing is sent to
 * WeChat, and an API without a script is refused by name rather than pretended.
 */
export class OpenApi {
  readonly sent: Sent[] = []
  private readonly script: Script
  private readonly now: () => Date

  constructor(script: Script, now: () => Date) {
    this.script = script
    this.now = now
  }

  /** Takes the bytes of a request (CommApiData) and gives those of the answer (CommOpenApiResp). */
  async answer(
    api: string,
    request: Buffer,
    who: { functionName?: string; openid?: string },
  ): Promise<Buffer> {
    const fields = decodeMessage(request)
    if (numberOf(fields, 1) === SVRKIT) return this.openData(fields, who)
    const data = pairsOf(bytesOf(fields, 2))
    const answer = await this.record(api, data, who)
    if (Buffer.isBuffer(answer)) return response(answer, 'application/octet-stream')
    return response(
      Buffer.from(JSON.stringify({ errcode: 0, errmsg: 'ok', ...(answer as object) })),
      'application/json',
    )
  }

  /** `cloud.getOpenData({list})`: the script `getOpenData` gives the data of each cloud id. */
  private async openData(fields: Field[], who: { functionName?: string; openid?: string }): Promise<Buffer> {
    const kit = decodeMessage(bytesOf(fields, 4))
    const ids = decodeMessage(bytesOf(kit, 2)).flatMap(({ number, value }) =>
      number === 2 ? [String(value)] : [],
    )
    const answer = (await this.record('getOpenData', { list: ids }, who)) as Record<string, unknown>
    const items = ids.map((cloudID) => {
      const json = JSON.stringify({ cloudID, data: answer[cloudID] ?? null })
      const item = encodeMessage([
        { number: 1, value: cloudID },
        { number: 2, value: json },
      ])
      return { number: 1, value: item }
    })
    return response(encodeMessage(items), 'application/octet-stream')
  }

  private async record(
    api: string,
    data: Record<string, unknown>,
    who: { functionName?: string; openid?: string },
  ): Promise<unknown> {
    const sent: Sent = {
      api,
      data,
      functionName: who.functionName,
      openid: who.openid,
      at: this.now(),
      answer: undefined,
    }
    this.sent.push(sent)
    if (this.sent.length > MOST_SENT) this.sent.shift()
    const scripted = fieldOf(this.script, api)
    const answer =
      scripted === undefined
        ? {
            errcode: -1,
            errmsg: `the local cloud has no script for openapi.${api}; only WeChat itself can do it`,
          }
        : typeof scripted === 'function'
          ? ((await scripted(data, sent)) as unknown)
          : scripted
    sent.answer = Buffer.isBuffer(answer) ? `${answer.length} bytes` : answer
    return answer
  }
}

const SVRKIT = 2

const numberOf = (fields: Field[], number: number) =>
  fields.find((field) => field.number === number)?.value ?? 0

function bytesOf(fields: Field[], number: number): Buffer {
  const value = fields.find((field) => field.number === number)?.value
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0)
}

/** Arguments are pairs of name and JSON; a file is its bytes, described here by type and size. */
function pairsOf(bytes: Buffer): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const { value } of decodeMessage(bytes)) {
    const pair = decodeMessage(value as Buffer)
    const content = bytesOf(pair, 2)
    const filename = bytesOf(pair, 4).toString()
    data[bytesOf(pair, 1).toString()] =
      filename === '' ? (JSON.parse(content.toString()) as unknown) : { filename, bytes: content.length }
  }
  return data
}

function response(data: Buffer, contentType: string): Buffer {
  return encodeMessage([
    { number: 1, value: data },
    { number: 2, value: contentType },
    { number: 4, value: 200 },
  ])
}
