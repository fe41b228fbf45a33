import { wordOf } from '../../domain/safety/word.ts'
import { begin } from '../log.ts'
import { checkWords } from '../store/checks.ts'
import { isPushed } from '../store/identity.ts'

/**
 * WeChat sends word of a picture or recording here (message push, event `wxa_media_check`). Any user can call a function by
 * its name: only WeChat may, and its word counts only for a question that was asked. It is kept, once, whenever it comes;
 * the timer makes use of it, since it may come before the question has been written down.
 */
export async function main(event: unknown): Promise<'success' | { refused: true }> {
  const log = begin('mediacheck')
  if (!isPushed()) {
    log.end('refused')
    return { refused: true }
  }
  try {
    const word = wordOf(event, log.started)
    if (word) await checkWords.add(word)
    log.end(word ? 'ok' : 'nothing')
    return 'success'
  } catch (error) {
    log.end('INTERNAL', {}, error ?? 'nothing')
    // What is thrown is printed by WeChat, and may quote what somebody wrote.
    throw new Error(`the word ${log.requestId} could not be kept`)
  }
}
