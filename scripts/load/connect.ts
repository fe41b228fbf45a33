import type { Environment } from '../deploy/environment.ts'
import type { TencentKeys } from '../deploy/tencent.ts'

/** Lets wx-server-sdk in this process talk to a local cloud; must run before the SDK is first loaded. */
export function connect(url: string): void {
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${url}/admin` })
  process.env.TENCENTCLOUD_SECRETID = 'local'
  process.env.TENCENTCLOUD_SECRETKEY = 'local'
  // Without it each call looks up a metadata host and waits.
  process.env.TENCENTCLOUD_RUNENV = 'SCF'
  // Without them the SDK complains at every call.
  process.env.TENCENTCLOUD_REGION = 'local'
  process.env.SCF_NAMESPACE = 'local'
}

/** Where Tencent Cloud takes the requests of the SDK from outside its own network. */
const addressOf = ({ id, region }: Environment): string =>
  `https://${id}.${region}.tcb-api.tencentcloudapi.com`

/**
 * Lets wx-server-sdk in this process talk to an environment in WeChat's cloud, with the keys of the account behind the
 * mini-program; must run before the SDK is first loaded.
 */
export function connectEnvironment(
  environment: Environment,
  keys: TencentKeys,
  url = addressOf(environment),
): void {
  // Else the SDK would take this for a function, which reaches the cloud by an inner address.
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${url}/admin` })
  process.env.TENCENTCLOUD_SECRETID = keys.secretId
  process.env.TENCENTCLOUD_SECRETKEY = keys.secretKey
  if (keys.token) process.env.TENCENTCLOUD_SESSIONTOKEN = keys.token
  // Without it each call looks up a metadata host and waits; and so connections are kept, as they are not in functions.
  process.env.TENCENTCLOUD = 'true'
  delete process.env.TENCENTCLOUD_RUNENV
  process.env.TENCENTCLOUD_REGION = environment.region
  // Nobody wants to hear that a page took three seconds.
  process.env.SILENCE = 'true'
  process.env.SCF_NAMESPACE = environment.id
}
