import cloud from 'wx-server-sdk'

/** The OPENID that WeChat vouches for; undefined in timer runs. Only this is identity, nothing that a client sends. */
export function callerOpenid(): string | undefined {
  const { OPENID } = cloud.getWXContext()
  // The SDK turns values of digits alone into numbers.
  return OPENID === undefined || OPENID === '' ? undefined : String(OPENID)
}

/** Whether WeChat's timer set this run off, and nobody's phone. */
export const isTimer = (): boolean => cloud.getWXContext().SOURCE === 'wx_trigger'
