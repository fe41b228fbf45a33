/**
 * Lets wx-server-sdk in this process talk to a local cloud; must run before the SDK is first loaded. On the real
 * cloud the same loaders run with the keys of an environment instead.
 */
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
