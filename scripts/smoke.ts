import { indexes } from '../cloudfunctions/store/indexes.ts'
import { functionNames, functionSettings } from './build/functions.ts'
import { faultsIn } from './deploy/check.ts'
import { findSite } from './deploy/reach.ts'
import { asStop } from './deploy/stop.ts'
import { readOptions } from './options.ts'
import { look } from './smoke/rows.ts'

/**
 * Looks whether a deployed environment holds what it should and refuses strangers; changes nothing. Ends with 1 when
 * something is wrong.
 */
const { env: id } = readOptions({ env: { type: 'string' } })
const {
  WECHAT_APPID: appid,
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: secretKey,
} = process.env
const faults = faultsIn({
  env: id,
  appid,
  keyFile: undefined,
  secretId,
  secretKey,
  // What is sent is none of its business.
  templates: '',
  robot: '1',
  skip: ['miniprogram'],
  dryRun: false,
})
if (!appid || !process.env.WECHAT_APPSECRET)
  faults.push('WECHAT_APPID and WECHAT_APPSECRET must be set: the functions are called as WeChat lets us.')
if (id === undefined || faults.length > 0) {
  for (const fault of faults) console.error(fault)
  process.exit(1)
}
try {
  const { ask, environment } = await findSite(id, process.env, undefined)
  if (!ask) throw new Error('there are no keys')
  const functions = functionNames().map((name) => ({ name, ...functionSettings(name) }))
  const rows = await look(ask, environment, { collections: indexes, functions })
  const widest = Math.max(...rows.map(({ what }) => what.length))
  for (const { ok, what, says } of rows) console.log(`${ok ? '✓' : '✗'} ${what.padEnd(widest)}  ${says}`)
  const bad = rows.filter(({ ok }) => !ok).length
  console.log(
    bad === 0 ? `\n${rows.length} of ${rows.length}: all is well` : `\n${bad} of ${rows.length} are wrong`,
  )
  if (bad > 0) process.exitCode = 1
} catch (error) {
  const stop = asStop(error)
  console.error(`Stopped: ${stop.message}.\nWhat to do: ${stop.advice}.`)
  process.exitCode = 1
}
