import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { transform } from 'esbuild'
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
  send(response, 200, 'text/html; charset=utf-8', await messagesPage(templates, title))
  return true
}

async function messagesPage(templates: Record<string, PreviewTemplate>, app: string): Promise<string> {
  const [style, source] = await Promise.all([
    readFile(new URL('./group.css', import.meta.url), 'utf8'),
    readFile(new URL('./messages.browser.ts', import.meta.url), 'utf8'),
  ])
  const { code } = await transform(source, { loader: 'ts', target: 'chrome80' })
  const known = JSON.stringify({ app, templates }).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>服务通知</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><h1>服务通知</h1></header>
<ol class="messages" aria-live="polite"></ol>
<p class="none">还没有消息。在小程序里点“允许”之后，有事微信会在这里告诉您。</p>
<script type="application/json" id="known">${known}</script>
<script type="module">${code}</script>
</body>
</html>
`
}
