import { CallFailed } from './calls.ts'

/** The deployment can't go on: what is the matter, and what to do about it. */
export class Stop extends Error {
  readonly advice: string
  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}

/** What a person does about a refusal, by its code. */
const advices: [RegExp, string][] = [
  [
    /^AuthFailure/,
    'check TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, and the clock of this machine (docs/deploy.md, step 4)',
  ],
  [
    /^(UnauthorizedOperation|AccessDenied)/,
    'give the sub-account of these keys QcloudTCBFullAccess and QcloudSCFFullAccess (docs/deploy.md, step 4)',
  ],
  [
    /^(LimitExceeded|ResourceLimitExceeded)/,
    'the plan of the environment allows no more of these: see the quota in the console',
  ],
  [
    /^FailedOperation\.Duplicat/,
    'two documents have the same value under a unique index: find and mend them',
  ],
  [/^(40013|41002)$/, 'check WECHAT_APPID: it stands in the console under 开发管理'],
  [/^(40125|41004)$/, 'check WECHAT_APPSECRET: it can be made anew in the console under 开发管理'],
  [/^(40164|61004)$/, 'add the address of this machine to the IP whitelist in the console under 开发管理'],
  [/^85088$/, 'open 云开发 in WeChat DevTools once'],
  [/^(|5\d\d|-1|RequestLimitExceeded.*|InternalError.*|45011)$/, 'wait a little, and look at the network'],
]

/** Any error as a stop; what nobody foresaw keeps its own words. */
export function asStop(error: unknown): Stop {
  if (error instanceof Stop) return error
  if (!(error instanceof CallFailed))
    return new Stop(error instanceof Error ? error.message : String(error), 'see what it says')
  const [, advice = 'see what it says'] = advices.find(([codes]) => codes.test(error.code)) ?? []
  return new Stop(error.message, advice)
}
