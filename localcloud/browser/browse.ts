import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseDocument } from '../engine/values.ts'
import type { ServerOptions } from '../server.ts'
import { page, table } from './page.ts'

const PAGE = 50

/** The data browser at `/_`: collections, documents, indexes, what was sent, the last calls. It only reads. */
export async function browse(
  _: IncomingMessage,
  response: ServerResponse,
  url: URL,
  options: ServerOptions,
): Promise<void> {
  const [, , view = '', name = ''] = url.pathname.split('/').map(decodeURIComponent)
  const html =
    view === 'collection'
      ? await collection(name, url, options)
      : view === 'sent'
        ? sentMessages(options)
        : view === 'calls'
          ? lastCalls(options)
          : await collections(options)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    'x-frame-options': 'DENY',
  })
  response.end(html)
}

async function collections({ engine, host }: ServerOptions): Promise<string> {
  const rows = await Promise.all(
    (await engine.describe()).map(async ({ collection, documents }) => {
      const indexes = (await engine.indexes(collection)).map(({ name, unique }) =>
        unique ? `${name} (unique)` : name,
      )
      const link = { text: collection, href: `/_/collection/${encodeURIComponent(collection)}` }
      return [link, documents, indexes.join(', ')]
    }),
  )
  return page(
    'Collections',
    table(['collection', 'documents', 'indexes'], rows),
    `functions: ${host.names().join(', ')}`,
  )
}

async function collection(name: string, url: URL, { engine }: ServerOptions): Promise<string> {
  const text = url.searchParams.get('filter') ?? ''
  const skip = Math.max(Number(url.searchParams.get('skip')) || 0, 0)
  try {
    const filter = text === '' ? {} : parseDocument(text)
    const query = { filter, skip, limit: PAGE }
    const documents = await engine.find(name, query)
    const { index } = await engine.explain(name, query)
    const rows = documents.map((document) => [document])
    const more = `/_/collection/${encodeURIComponent(name)}?filter=${encodeURIComponent(text)}&skip=${skip + PAGE}`
    const next = documents.length === PAGE ? [[{ text: 'more', href: more }]] : []
    return page(
      name,
      table([`${documents.length} documents from ${skip}`], [...rows, ...next]),
      `index: ${index}`,
      text,
    )
  } catch (error) {
    return page(name, '', error instanceof Error ? error.message : String(error), text)
  }
}

function sentMessages({ openapi }: ServerOptions): string {
  const rows = openapi.sent.slice(-200).reverse()
  return page(
    'Sent',
    table(
      ['at', 'api', 'by', 'data', 'answer'],
      rows.map(({ at, api, functionName, data, answer }) => [
        at.toISOString(),
        api,
        functionName ?? '',
        JSON.stringify(data),
        JSON.stringify(answer),
      ]),
    ),
  )
}

function lastCalls({ calls }: ServerOptions): string {
  const rows = [...calls.recent].reverse().map(({ started, functionName, caller, meter, error }) => [
    started.toISOString(),
    functionName,
    caller.openid ?? caller.source,
    meter.milliseconds.toFixed(1),
    meter.engineMilliseconds.toFixed(1),
    Object.entries(meter.requests)
      .map(([action, count]) => `${count} × ${action}`)
      .join(', '),
    `${meter.examined} / ${meter.returned}`,
    meter.indexes.join(', '),
    error ?? '',
  ])
  return page(
    'Calls',
    table(
      ['at', 'function', 'who', 'ms', 'engine ms', 'requests', 'examined / returned', 'indexes', 'error'],
      rows,
    ),
  )
}
