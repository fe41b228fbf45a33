import { transitions } from '../../domain/appeal/states'
import type { AppealView, TimelineStep } from '../../domain/contract'

/**
 * Which time this is that an appeal is where it is: the same words in another round (again unsatisfied, again not
 * reached, back to the same organisation after a return) are another wish. What leaves it where it is begins no round,
 * so that trying again after looking at it anew is still the same.
 */
export function roundOf({ timeline }: Pick<AppealView, 'timeline'>): string {
  return String(timeline.find(beginsRound)?.sequence ?? '')
}

function beginsRound({ action, help }: TimelineStep): boolean {
  // Of those who help, another is asked, is done, or is waited for no longer.
  if (action === 'assist') return help !== 'report'
  return transitions[action].to.some((to) => to !== 'same')
}
