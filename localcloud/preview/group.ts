import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../http.ts'
import { chatPage } from './chat.ts'
import { send } from './send.ts'
import type { Preview } from './serve.ts'

/** A group chat as its members would see it, so that what is shared can be walked through at a desk. */
export interface PreviewGroup {
  /** What WeChat would call it: the openGId. */
  id: string
  name: string
  members: number
}

/** A mini-program card that somebody has sent to the group. */
interface Card {
  title: string
  /** The page that a tap opens, as the app's router writes it after the #. */
  path: string
  /** A picture as a data URL. */
  picture: string
  /** Of a card that is kept up to date. */
  activityId?: string
  from: string
  at: number
}

const mostCards = 50
/** A card's picture is a few dozen KB; nobody fills this machine's memory through it. */
const mostBytes = 400_000
const chats = new WeakMap<PreviewGroup, Card[]>()

/** Answers what is below /group; false for everything else, and when the preview has no group. */
export async function serveGroup(
  request: IncomingMessage,
  response: ServerResponse,
  { group, title }: Preview,
): Promise<boolean> {
  const path = (request.url ?? '/').split(/[?#]/)[0]
  if (!group || (path !== '/group/' && path !== '/group/cards')) return false
  const cards = chats.get(group) ?? []
  chats.set(group, cards)
  if (path === '/group/') {
    send(response, 200, 'text/html; charset=utf-8', await groupPage(group, title))
    return true
  }
  if (request.method === 'POST') {
    const card = cardIn(await readBody(request))
    if (card) cards.push(card)
    if (cards.length > mostCards) cards.shift()
    send(response, card ? 200 : 400, 'application/json', JSON.stringify({ sent: card !== undefined }))
    return true
  }
  send(response, 200, 'application/json', JSON.stringify(cards))
  return true
}

function cardIn(body: Buffer): Card | undefined {
  if (body.length > mostBytes) return undefined
  try {
    const { title, path, picture, activityId, from } = JSON.parse(body.toString('utf8')) as Partial<Card>
    const shown = typeof picture === 'string' && picture.startsWith('data:image/')
    if (typeof title !== 'string' || typeof path !== 'string' || !path.startsWith('/') || !shown)
      return undefined
    return {
      title,
      path,
      picture,
      from: typeof from === 'string' ? from : '',
      ...(typeof activityId === 'string' && { activityId }),
      at: Date.now(),
    }
  } catch {
    return undefined
  }
}

function groupPage({ id, name, members }: PreviewGroup, app: string): Promise<string> {
  return chatPage({
    title: `${name} (${members})`,
    script: 'group.browser.ts',
    known: { group: id, app },
    none: '群里还没有卡片。在小程序里点“发到群”，就出现在这里。',
    writable: true,
  })
}
