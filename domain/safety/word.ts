/** What WeChat says of a picture or recording, some time after it was asked; kept until the timer has made use of it. */
export interface Word {
  /** What WeChat calls the question. */
  _id: string
  says: 'passed' | 'held' | 'failed'
  at: number
  /** When the timer looks at it next. */
  tickAt: number
}

/**
 * Reads the event `wxa_media_check` of a message push (mediaCheckAsync, version 2). Undefined when it is none. What can't
 * be understood is a failure, never a pass.
 */
export function wordOf(event: unknown, now: number): Word | undefined {
  const { Event, trace_id, errcode, result } = fieldsOf(event)
  if (Event !== 'wxa_media_check' || typeof trace_id !== 'string') return undefined
  if (!/^[\w.-]{8,128}$/.test(trace_id)) return undefined
  const { suggest } = fieldsOf(result)
  const fine = errcode === 0 || errcode === undefined
  return { _id: trace_id, says: fine ? said(suggest) : 'failed', at: now, tickAt: now }
}

function said(suggest: unknown): Word['says'] {
  if (suggest === 'pass') return 'passed'
  return suggest === 'risky' || suggest === 'review' ? 'held' : 'failed'
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
