import { readFileSync } from 'node:fs'
import { templatesOf } from '../../domain/notice/templates.ts'
import { type StepName, stepNames } from './steps.ts'

/** What was given on the command line and in the environment variables. */
export interface Given {
  env: string | undefined
  appid: string | undefined
  keyFile: string | undefined
  secretId: string | undefined
  secretKey: string | undefined
  /** The setting of the templates of subscription messages. */
  templates: string
  robot: string
  skip: readonly string[]
  dryRun: boolean
}

/** The steps that were not left out. */
export const chosen = (skip: readonly string[]): StepName[] =>
  stepNames.filter((name) => !skip.includes(name))

/** What is missing or wrong, one sentence each, before anything is asked of anybody. */
export function faultsIn(given: Given): string[] {
  const faults: string[] = []
  for (const name of given.skip)
    if (!stepNames.some((each) => each === name))
      faults.push(`--skip ${name}: the steps are ${stepNames.join(', ')}.`)
  if (given.env === undefined)
    faults.push('Say where to: --env ENV, the id of the cloud environment (DevTools → 云开发 shows it).')
  else if (!/^[a-z0-9][a-z0-9-]{3,60}[a-z0-9]$/.test(given.env))
    faults.push(
      `--env ${given.env} is no environment id: small letters, digits and hyphens, as the console shows it.`,
    )
  if (!/^([1-9]|[12][0-9]|30)$/.test(given.robot))
    faults.push(`--robot ${given.robot}: a number from 1 to 30.`)
  if (given.dryRun) return faults
  faults.push(...templateFaults(given.templates))
  if (!given.secretId || !given.secretKey)
    faults.push(
      'TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY must be set in the environment (docs/deploy.md, step 4).',
    )
  if (!chosen(given.skip).includes('miniprogram')) return faults
  if (!given.appid || !/^wx[0-9a-f]{16}$/.test(given.appid))
    faults.push('WECHAT_APPID must be set to the AppID of the mini-program: wx and 16 characters.')
  return [...faults, ...keyFaults(given.keyFile)]
}

function templateFaults(text: string): string[] {
  try {
    const templates = [...templatesOf(text).values()]
    if (!templates.some(({ id }) => id.startsWith('local-'))) return []
    return [
      'TARO_APP_TEMPLATES still holds the templates of a cloud on one machine: set those of the mini-program, or "" for none (docs/deploy.md, step 9).',
    ]
  } catch (error) {
    return [`TARO_APP_TEMPLATES: ${(error as Error).message} (docs/deploy.md, step 9).`]
  }
}

function keyFaults(file: string | undefined): string[] {
  if (file === undefined)
    return [
      'Say where the upload key is: --key FILE (docs/deploy.md, step 5), or leave the upload out: --skip miniprogram.',
    ]
  try {
    if (/-----BEGIN (RSA )?PRIVATE KEY-----/.test(readFileSync(file, 'utf8'))) return []
    return [`--key ${file} holds no private key.`]
  } catch (error) {
    return [`--key ${file} can't be read (${(error as NodeJS.ErrnoException).code}).`]
  }
}
