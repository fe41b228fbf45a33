import type { Output } from '../../../domain/contract'
import { mostCounted, queueNames } from '../../../domain/duty/queues'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { QueueDoor } from './QueueDoor'

type Waiting = Output<'work.queues'>

/** Where something waits, in the order of the day. */
export const waitingIn = (queues: Waiting) => queueNames.filter((queue) => (queues[queue] ?? 0) > 0)

const figure = (count = 0): string => (count > mostCounted ? `${mostCounted}+` : String(count))

/** What waits for the reader beside appeals; nothing of what does not. */
export function Queues({ queues }: { queues: Waiting }) {
  const waiting = waitingIn(queues)
  if (waiting.length === 0) return null
  return (
    <>
      <Heading text="等您的" />
      <Card flush>
        {waiting.map((queue) => (
          <QueueDoor key={queue} queue={queue} count={figure(queues[queue])} />
        ))}
      </Card>
    </>
  )
}
