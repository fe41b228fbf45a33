import { type Appeal, noDue } from './appeal.ts'
import { forgetting } from './log.ts'
import { maskContacts, rounded } from './privacy.ts'

/**
 * What is left of an appeal when the person behind it is to be forgotten, a year after it ended (appeals.md, Privacy):
 * what was asked and done, and nothing of who asked. Its log still proves that nothing was changed.
 */
export function forget(appeal: Appeal): Partial<Appeal> {
  return {
    reporterId: '',
    text: maskContacts(appeal.text),
    ...(appeal.place.point && { place: { ...appeal.place, point: rounded(appeal.place.point) } }),
    ...(appeal.voice && { voice: { ...appeal.voice, fileId: '' } }),
    supporters: [],
    events: appeal.events.map((event) => (event.actor.role === 'person' ? forgetting(event) : event)),
    outbox: [],
    causes: [],
    tickAt: noDue,
  }
}
