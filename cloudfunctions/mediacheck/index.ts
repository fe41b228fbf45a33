import { wordOf } from '../../domain/safety/word.ts'
import { checkWords } from '../store/checks.ts'
import { isPushed } from '../store/identity.ts'

/**
 * WeChat sends word of a picture or recording here (message push, event `wxa_media_check`). Any user can call a function by
 * its name: only WeChat may, and its word counts only for a question that was asked. It is kept, once, whenever it comes;
 * the timer makes use of it, since it may come before the question has been written down.
 */
export async function main(event: unknown): Promise<'success' | { refused: true }> {
  if (!isPushed()) return { refused: true }
  const word = wordOf(event, Date.now())
  if (word) await checkWords.add(word)
  return 'success'
}
