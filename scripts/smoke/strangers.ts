/** What a function is sent by somebody who is not signed in, and whether it refuses as it should. */
interface Stranger {
  event: Record<string, unknown>
  refused: (answer: unknown) => boolean
}

/** A function that serves nobody but WeChat itself says so. */
const usual: Stranger = { event: {}, refused: (answer) => field(answer, 'refused') === true }

const strangers: Record<string, Stranger> = {
  // Reads, so that nothing is written if it should answer after all.
  api: {
    event: { action: 'notice.unread', input: {} },
    refused: (answer) => field(field(answer, 'error'), 'code') === 'SIGN_IN_NEEDED',
  },
  // With the keys of the mini-program it can't be told from WeChat itself; word of nothing is taken, and means nothing.
  mediacheck: { event: {}, refused: (answer) => answer === 'success' },
}

export const strangerTo = (name: string): Stranger => strangers[name] ?? usual

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
