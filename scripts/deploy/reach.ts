import { type Ask, CallFailed } from './calls.ts'
import { type Environment, findEnvironment, usualRegion } from './environment.ts'
import { persistent, type Sleep } from './persistent.ts'
import { type TencentPlace, tencentCaller } from './tencent.ts'
import { type WeChatPlace, weChatCaller } from './wechat.ts'

/** Where the interfaces are reached, and how long is waited; only tests say something else than usual. */
export interface Places {
  tencent?: TencentPlace
  weChat?: WeChatPlace
  wait?: Sleep
}

export interface Site {
  /** Absent without keys. */
  ask?: Ask
  environment: Environment
}

/** Finds the environment with the keys that are set; without them, only its id is known. */
export async function findSite(
  id: string,
  variables: NodeJS.ProcessEnv,
  upload: Ask | undefined,
  places: Places = {},
): Promise<Site> {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = variables
  if (!secretId || !secretKey)
    return { environment: { id, region: usualRegion, database: 'DATABASE', bucket: 'BUCKET' } }
  const token = variables.TENCENTCLOUD_SESSIONTOKEN
  const keys = { secretId, secretKey, ...(token && { token }) }
  const tencent = (region: string) => persistent(tencentCaller(keys, region, places.tencent), places.wait)
  const environment = await findEnvironment(tencent(usualRegion), id)
  const inRegion = tencent(environment.region)
  const { WECHAT_APPID: appid, WECHAT_APPSECRET: secret } = variables
  const weChat =
    appid && secret ? persistent(weChatCaller({ appid, secret }, places.weChat), places.wait) : unset
  const local = upload ? persistent(upload, places.wait) : unset
  const by = { tcb: inRegion, scf: inRegion, wechat: weChat, local }
  return { ask: (request) => by[request.service](request), environment }
}

/** As WeChat answers who has no right to ask. */
const unset: Ask = async (request) => {
  throw new CallFailed(request, '48001', 'WECHAT_APPID and WECHAT_APPSECRET are not set', false)
}
