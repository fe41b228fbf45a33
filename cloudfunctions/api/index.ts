import type { ActionName, Reply } from '../../domain/contract.ts'
import { Refusal, refusalSentence } from '../../domain/errors.ts'
import { requireSound } from '../../domain/settings/start.ts'
import { begin } from '../log.ts'
import { count, handOver } from './counting.ts'
import { answer, type Heard } from './router.ts'

// What is not sound must not start: a wrong number would be promised to people.
requireSound(process.env.TARO_APP_TEMPLATES ?? '')

/** The one function that the mini-program calls. */
export async function main(event: Record<string, unknown>): Promise<Reply<ActionName>> {
  // WeChat adds userInfo to what the client sent; identity comes from getWXContext alone.
  const { userInfo: _, ...sent } = event
  const log = begin('api')
  const heard: Heard = {}
  const handing = handOver(log.started)
  const { reply, thrown } = await replyTo(sent, log.requestId, log.started, heard)
  const action = heard.action ?? 'unknown'
  const outcome = reply.ok ? 'ok' : reply.error.code
  const { milliseconds } = log.end(outcome, { action, role: heard.role }, thrown)
  await handing()
  count(action, outcome, milliseconds)
  return reply
}

async function replyTo(
  sent: Record<string, unknown>,
  requestId: string,
  now: number,
  heard: Heard,
): Promise<{ reply: Reply<ActionName>; thrown?: unknown }> {
  try {
    return { reply: await answer(sent, now, heard) }
  } catch (error) {
    if (error instanceof Refusal)
      return { reply: { ok: false, error: { code: error.code, message: error.message } } }
    const internal = { code: 'INTERNAL', message: refusalSentence('INTERNAL'), requestId } as const
    return { reply: { ok: false, error: internal }, thrown: error ?? 'nothing' }
  }
}
