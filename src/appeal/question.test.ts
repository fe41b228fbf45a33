import { expect, it } from 'vitest'
import type { TimelineStep } from '../../domain/contract'
import { questionOf } from './question'

const step = (action: TimelineStep['action'], words: string, internal = false): TimelineStep => ({
  sequence: 1,
  action,
  to: 'accepted',
  at: 0,
  actor: '网格员',
  words,
  photos: [],
  ...(internal && { internal }),
})
const asked = step('note', '是哪一家？')

it.each<[string, TimelineStep[], string | undefined]>([
  ['nothing was asked', [step('accept', '')], undefined],
  ['a handler asked', [step('urge', ''), asked, step('accept', '')], '是哪一家？'],
  ['it was answered', [step('reply', '左手那家'), asked], undefined],
  ['it was done meanwhile', [step('resolve', '封了'), asked], undefined],
  ['a note of the handlers', [step('note', '先去看', true), step('accept', '')], undefined],
])('%s', (_, timeline, question) => expect(questionOf(timeline)).toBe(question))
