/**
 * What the content check has said of an appeal so far; the timer keeps it beside the log. A piece stands in none of the
 * lists once it has passed. Pieces are named by `pieces.ts`.
 */
export interface Safety {
  /** The last event whose words and files have been given to the check. */
  asked: number
  /** Nothing has been said of these yet. */
  waiting: string[]
  /** WeChat has doubts, or can't say: a person must look. */
  held: string[]
  /** A person has looked, and others do not see it. */
  closed: string[]
  /** Counts the changes: of two who saw the same one, one is told that it is another by now. */
  turn: number
}

export const noSafety: Safety = { asked: 0, waiting: [], held: [], closed: [], turn: 0 }

/** What became of a piece. passed: WeChat found nothing; opened, closed: a person has looked. */
export type Verdict = 'passed' | 'held' | 'opened' | 'closed'

/** Whether others may see a piece of an event: it has been given to the check, and nothing stands against it. */
export function isOpen(safety: Safety | undefined, sequence: number, piece: string): boolean {
  if (!safety || safety.asked < sequence) return false
  return ![...safety.waiting, ...safety.held, ...safety.closed].includes(piece)
}

/** After verdicts on some pieces. The very same where they say nothing new. */
export function withVerdicts(
  safety: Safety,
  verdicts: readonly (readonly [piece: string, verdict: Verdict])[],
): Safety {
  const after = verdicts.reduce((lists, [piece, verdict]) => {
    const without = (list: string[]) => list.filter((each) => each !== piece)
    return {
      waiting: without(lists.waiting),
      held: verdict === 'held' ? [...without(lists.held), piece] : without(lists.held),
      closed: verdict === 'closed' ? [...without(lists.closed), piece] : without(lists.closed),
    }
  }, listsOf(safety))
  return JSON.stringify(after) === JSON.stringify(listsOf(safety))
    ? safety
    : { ...safety, ...after, turn: safety.turn + 1 }
}

const listsOf = ({ waiting, held, closed }: Safety) => ({ waiting, held, closed })
