import type { AppealAction } from '../../domain/appeal/states'
import type { TimelineStep } from '../../domain/contract'

/** After these a note of before asks for nothing any more. */
const answering: readonly AppealAction[] = ['reply', 'resolve', 'confirm', 'reopen']

/** What a handler wrote to the person last, as long as they have not answered it; the timeline has the newest first. */
export function questionOf(timeline: readonly TimelineStep[]): string | undefined {
  const last = timeline.find(
    ({ action, internal }) => (action === 'note' && !internal) || answering.includes(action),
  )
  return last?.action === 'note' ? last.words : undefined
}
