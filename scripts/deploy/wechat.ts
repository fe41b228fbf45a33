import { type Answer, type Ask, CallFailed, type Request } from './calls.ts'

export interface WeChatKeys {
  appid: string
  secret: string
}

/** Where WeChat is reached; tests put a stand-in there. */
export interface WeChatPlace {
  url: string
  milliseconds: number
}

const weChat: WeChatPlace = { url: 'https://api.weixin.qq.com', milliseconds: 30_000 }

/**
 * A token that has run out, or was replaced by a newer one. 40014 is none of them: that is how interfaces for service
 * providers refuse the token of a mini-program.
 */
const stale = ['40001', '42001']
/** WeChat is busy, or was asked too often in this minute. */
const passing = ['-1', '45011']

/**
 * Calls WeChat with a token of the mini-program. The token is fetched when it is first needed, as a "stable" one (an
 * ordinary one would end those that other programs use), and once more when it is refused.
 */
export function weChatCaller({ appid, secret }: WeChatKeys, place: WeChatPlace = weChat): Ask {
  let token: string | undefined
  const fetched = async (force: boolean) => {
    const params = { grant_type: 'client_credential', appid, secret, force_refresh: force }
    const request: Request = { service: 'wechat', action: 'cgi-bin/stable_token', params: {} }
    const { access_token } = await post(place, request, '', params)
    if (typeof access_token !== 'string') throw new CallFailed(request, '', 'no token was answered', false)
    return access_token
  }
  return async (request) => {
    token ??= await fetched(false)
    try {
      return await post(place, request, token, request.params)
    } catch (error) {
      if (!(error instanceof CallFailed && stale.includes(error.code))) throw error
      token = await fetched(true)
      return post(place, request, token, request.params)
    }
  }
}

/** Parameters go in the body, but for those that WeChat wants in the address. */
async function post(
  place: WeChatPlace,
  request: Request,
  token: string,
  params: Record<string, unknown>,
): Promise<Answer> {
  const address = new URL(request.action, `${place.url}/`)
  if (token) address.searchParams.set('access_token', token)
  let body: unknown = params
  if (request.action === 'tcb/invokecloudfunction') {
    address.searchParams.set('env', String(params.env))
    address.searchParams.set('name', String(params.name))
    body = params.event
  }
  let answer: Answer
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(place.milliseconds),
    })
    if (response.status >= 500)
      throw new CallFailed(request, String(response.status), response.statusText, true)
    answer = (await response.json()) as Answer
  } catch (error) {
    if (error instanceof CallFailed) throw error
    // The cause says why; the error itself may hold the address, and with it the token.
    throw new CallFailed(request, '', `not reached (${causeOf(error)})`, true)
  }
  const { errcode = 0, errmsg = '' } = answer
  if (errcode === 0) return answer
  throw new CallFailed(request, String(errcode), String(errmsg), passing.includes(String(errcode)))
}

function causeOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? name
}
