import cloud from 'wx-server-sdk'
import { harmless } from '../../domain/operating/harmless.ts'
import { type Answer, checkLimits, partsOf } from '../../domain/safety/check.ts'
import type { ContentKind } from '../../domain/safety/pieces.ts'
import { note } from '../log.ts'
import { within } from './patience.ts'

/** Where something is said, as WeChat numbers it: about oneself, to one another, for everybody. */
const scenes = { person: 1, task: 2, appeal: 3 } as const
export type Scene = keyof typeof scenes

/** Its writer has not used the mini-program for two hours, or has no account any more: WeChat will not say anything. */
const unaskable = [61010, 40003, 43104]

/** Asks WeChat about words. Longer ones are asked in parts: one in doubt, and all of it is. */
export async function checkText(text: string, openid: string, scene: Scene): Promise<Answer> {
  const parts = await Promise.all(
    partsOf(text).map((content) =>
      asked(async () => {
        const { result } = (await cloud.openapi.security.msgSecCheck({
          version: 2,
          scene: scenes[scene],
          openid,
          content,
        })) as { result?: { suggest?: string } }
        return result?.suggest === 'pass' ? 'passed' : result?.suggest ? 'held' : { failed: 'service' }
      }),
    ),
  )
  return parts.find((part) => typeof part === 'object') ?? (parts.includes('held') ? 'held' : 'passed')
}

/** Asks WeChat about a picture or recording under an address; it sends word later (mediacheck). */
export function checkFile(
  url: string,
  kind: Exclude<ContentKind, 'text'>,
  openid: string,
  scene: Scene,
): Promise<Answer> {
  return asked(async () => {
    const { traceId } = (await cloud.openapi.security.mediaCheckAsync({
      version: 2,
      scene: scenes[scene],
      openid,
      mediaUrl: url,
      mediaType: kind === 'voice' ? 1 : 2,
    })) as { traceId?: unknown }
    return typeof traceId === 'string' && traceId !== '' ? { trace: traceId } : { failed: 'service' }
  })
}

/** An answer within the time that WeChat is given. What went wrong is logged by its number: the message may hold the words. */
async function asked(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await within(checkLimits.answer, ask)
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    note({ openapi: 'security', errCode: harmless(error).code })
    // What the first version of the interface says instead of an answer.
    if (errCode === 87014) return 'held'
    return { failed: unaskable.includes(Number(errCode)) ? 'content' : 'service' }
  }
}
