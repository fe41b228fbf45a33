import type { IncomingMessage, ServerResponse } from 'node:http'
import { chatPage } from './chat.ts'
import { send } from './send.ts'
import type { Preview } from './serve.ts'

/** A template of subscription messages, as its recipient would see it. */
export interface PreviewTemplate {
  title: string
  /** The words beside each field, by the field's name (`thing1`); fields that are not named are not shown. */
  fields: Record<string, string>
}

/**
 * Answers /messages/: WeChat's chat 服务通知 of the person in `?as=`, with the subscription messages that functions have
 * sent to them; a tap opens the page of one. False for everything else, and when the preview knows no templates.
 */
export async function serveMessages(
  request: IncomingMessage,
  response: ServerResponse,
  { templates, title }: Preview,
): Promise<boolean> {
  if (!templates || request.method !== 'GET' || (request.url ?? '/').split(/[?#]/)[0] !== '/messages/')
    return false
  const known = { app: title, templates }
  const none = '还没有消息。在小程序里点“允许”之后，有事微信会在这里告诉您。'
  const page = await chatPage({
    title: '服务通知',
    script: 'messages.browser.ts',
    known,
    none,
    writable: false,
  })
  send(response, 200, 'text/html; charset=utf-8', page)
  return true
}
