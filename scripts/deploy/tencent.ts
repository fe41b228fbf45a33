import type { Agent } from 'node:http'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { type Answer, type Ask, CallFailed, type Request } from './calls.ts'

export interface TencentKeys {
  secretId: string
  secretKey: string
  /** Of keys that are lent for some hours. */
  token?: string
}

/** Where Tencent Cloud is reached; tests put a stand-in there. */
export interface TencentPlace {
  protocol: string
  host: (service: string) => string
  agent?: Agent
  seconds: number
}

const tencentCloud: TencentPlace = {
  protocol: 'https://',
  host: (service) => `${service}.tencentcloudapi.com`,
  seconds: 60,
}

const versions: Record<string, string> = { tcb: '2018-06-08', scf: '2018-04-16' }

/** Calls Tencent Cloud in a region, signed with the keys. */
export function tencentCaller(keys: TencentKeys, region: string, place: TencentPlace = tencentCloud): Ask {
  const client = (service: string) =>
    new CommonClient(place.host(service), versions[service] ?? '', {
      credential: keys,
      region,
      profile: {
        httpProfile: {
          protocol: place.protocol,
          reqTimeout: place.seconds,
          ...(place.agent && { agent: place.agent }),
        },
      },
    })
  const clients = { tcb: client('tcb'), scf: client('scf') }
  return async (request) => {
    const { service, action, params } = request
    if (service !== 'tcb' && service !== 'scf') throw new Error(`${service} is not Tencent Cloud`)
    try {
      return (await clients[service].request(action, params)) as Answer
    } catch (error) {
      throw asCallFailed(request, error)
    }
  }
}

function asCallFailed(request: Request, error: unknown): CallFailed {
  const { code = '', httpCode, message } = error as { code?: string; httpCode?: number; message: string }
  if (httpCode !== undefined) return new CallFailed(request, String(httpCode), message, httpCode >= 500)
  // Without a code, or with one of the system's: the line, a time limit, or something that is no JSON.
  const passing =
    code === '' || /^(E[A-Z]+$|RequestLimitExceeded|InternalError|ServiceUnavailable)/.test(code)
  return new CallFailed(request, code, message, passing)
}
