import type { Output, WriteAction } from '../../domain/contract'
import { askedAt, type Occasion, type Template, templatesOf } from '../../domain/notice/templates'
import { askWeChat } from './askWeChat'
import { call, newAttempt } from './call'
import { keep, recall } from './storage'

const settings = templatesOf(process.env.TARO_APP_TEMPLATES ?? '')
/** Taps after which somebody waits for news. */
const occasions: Partial<Record<WriteAction, Occasion>> = {
  'appeal.submit': 'submit',
  'appeal.support': 'submit',
  'task.claim': 'claim',
  'task.wait': 'claim',
  'redemption.ask': 'redeem',
  'appeal.accept': 'work',
  'appeal.dispatch': 'work',
  'redemption.approve': 'work',
}

/** Who said no is not asked again along the way for so long, in milliseconds; the inbox has a button. */
const leftAlone = 7 * 86_400_000
const refusedKey = (occasion: Occasion) => `remindersRefused-${occasion}`
/** Who has so many left of each is not asked for more along the way. */
const plenty = 5
const leftKey = 'remindersLeft'
type Left = Output<'notice.reminders'>['left']
/** The phone does not see how they are used up: what it knows holds for a day. */
const known = 86_400_000

/** What the phone knows of how many are left, for the next tap. */
export const rememberLeft = (left: Left): void => {
  keep(leftKey, { left, at: Date.now() })
}

/** Of an occasion, the templates that this mini-program has. */
const templatesAt = (occasion: Occasion) => askedAt[occasion].filter((template) => settings.has(template))

/** Somebody taps to do this: asks for messages about what comes of it. Must be called in the tap itself. */
export function remindOf(action: WriteAction): void {
  const occasion = occasions[action]
  if (!occasion || Date.now() - (recall<number>(refusedKey(occasion)) ?? 0) < leftAlone) return
  const { left, at } = recall<{ left: Left; at: number }>(leftKey) ?? { left: {}, at: 0 }
  const isFresh = Date.now() - at < known
  if (isFresh && templatesAt(occasion).every((template) => (left[template] ?? 0) >= plenty)) return
  // Nothing waits for it, and what comes of it shows in the inbox.
  ask(occasion).catch(() => undefined)
}

/**
 * Asks WeChat for a message of each template of an occasion, and has those that were granted written down; how many there
 * are then, undefined when nothing was granted. Must be called in the tap itself.
 */
export async function ask(occasion: Occasion): Promise<Output<'notice.reminders'> | undefined> {
  const templates = templatesAt(occasion)
  const idOf = (template: Template) => settings.get(template)?.id ?? ''
  if (templates.length === 0) return undefined
  const accepted = await askWeChat(templates.map(idOf))
  const granted = templates.filter((template) => accepted.includes(idOf(template)))
  if (granted.length === 0) {
    keep(refusedKey(occasion), Date.now())
    return undefined
  }
  const attempt = newAttempt()
  const subscribe = () => call('notice.subscribe', { granted }, { attempt })
  const answer = await subscribe().catch(subscribe)
  rememberLeft(answer.left)
  return answer
}
