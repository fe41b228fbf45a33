import cloud from 'wx-server-sdk'

/** The OPENID that WeChat vouches for; undefined in timer runs. Only this is identity, nothing that a client sends. */
export function callerOpenid(): string | undefined {
  const { OPENID } = cloud.getWXContext()
  // The SDK turns values of digits alone into numbers.
  return OPENID === undefined || OPENID === '' ? undefined : String(OPENID)
}

/** Whether WeChat's timer set this run off, and nobody's phone. */
export const isTimer = (): boolean => cloud.getWXContext().SOURCE === 'wx_trigger'

/**
 * Whether WeChat itself set this run off (a message push), and nobody's phone or tool. What SOURCE a push has is not
 * documented, so it is told by what it has not: that of a phone, a tool or the timer, in any link of the chain that led
 * here.
 */
export function isPushed(): boolean {
  const chain = String(cloud.getWXContext().SOURCE ?? '').split(',')
  return !chain.some((source) => otherwise.includes(source.trim()))
}
const otherwise = ['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_crawler', 'wx_trigger']

/**
 * The group chat in a field of the event, only where WeChat itself says that it put it there: a phone can send any
 * object of the same shape.
 */
export function vouchedGroup(field: string, value: unknown): string | undefined {
  const { OPEN_DATA_INFO } = cloud.getWXContext() as { OPEN_DATA_INFO?: string }
  if (value === undefined || !namesField(OPEN_DATA_INFO, field)) return undefined
  const { opengid } = (value as { data?: { opengid?: unknown } } | null)?.data ?? {}
  return typeof opengid === 'string' && opengid !== '' ? opengid : undefined
}

function namesField(info: string | undefined, field: string): boolean {
  try {
    const { keys } = JSON.parse(info ?? '{}') as { keys?: unknown }
    return Array.isArray(keys) && keys.includes(field)
  } catch {
    return false
  }
}
