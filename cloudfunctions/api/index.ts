import { randomBytes } from 'node:crypto'
import type { ActionName, Reply } from '../../domain/contract.ts'
import { Refusal, refusalSentence } from '../../domain/errors.ts'
import { requireSound } from '../../domain/settings/start.ts'
import { answer } from './router.ts'

// What is not sound must not start: a wrong number would be promised to people.
requireSound(process.env.TARO_APP_TEMPLATES ?? '')

/** The one function that the mini-program calls. */
export async function main(event: Record<string, unknown>): Promise<Reply<ActionName>> {
  // WeChat adds userInfo to what the client sent; identity comes from getWXContext alone.
  const { userInfo: _, ...sent } = event
  try {
    return await answer(sent, Date.now())
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: { code: error.code, message: error.message } }
    const requestId = randomBytes(4).toString('hex').toUpperCase()
    console.error(
      JSON.stringify({ requestId, action: String(sent.action), error: String((error as Error).stack) }),
    )
    return { ok: false, error: { code: 'INTERNAL', message: refusalSentence('INTERNAL'), requestId } }
  }
}
