import { request as ask, createServer } from 'node:http'
import { addressOf } from '../../localcloud/server.ts'

/** The line to a cloud, on which things can go wrong. */
export interface Line {
  url: string
  /** The wire actions that went over it, in order. */
  actions: string[]
  /** So many requests were on it at the same time. */
  most: number
  /**
   * The k-th request (from 1) is not answered, though carried out with `carriedOut`; nor is any after it, unless only
   * that one is `alone`.
   */
  dead: { at: number; carriedOut: boolean; alone?: boolean }
  close(): Promise<void>
}

/** A line to the cloud at an address; requests come through as they are. */
export async function startLine(url: string): Promise<Line> {
  const alive = { at: Number.POSITIVE_INFINITY, carriedOut: false }
  const line: Omit<Line, 'url' | 'close'> = { actions: [], most: 0, dead: alive }
  let running = 0
  const server = createServer((request, response) => {
    running += 1
    line.most = Math.max(line.most, running)
    response.on('close', () => {
      running -= 1
    })
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      line.actions.push(String((JSON.parse(body.toString()) as { action?: unknown }).action))
      const { at, carriedOut, alone } = line.dead
      const number = line.actions.length
      if ((number > at && !alone) || (number === at && !carriedOut)) return request.socket.destroy()
      const { method, headers } = request
      const passedOn = ask(new URL(request.url ?? '/', url), { method, headers }, (answer) => {
        if (number === at) {
          answer.resume().on('end', () => request.socket.destroy())
          return
        }
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      passedOn.on('error', () => request.socket.destroy())
      passedOn.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(line, {
    url: addressOf(server).url,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
