import type { Output } from '../../../domain/contract'
import type { ReviewAction } from '../../../domain/points/review/review'
import { moment } from '../../appeal/words'
import { Card } from '../../ui/Card'
import { Timeline } from '../../ui/Timeline'

const names: Record<ReviewAction, string> = {
  hold: '先放着，等人看',
  pay: '看过了，照发',
  deny: '看过了，没发',
  appeal: '您申诉了',
  uphold: '换人看过了，还是没发',
  drop: '不用核对了',
}

/** What happened to it, newest first, with what was said. */
export function Steps({
  review: { steps, state },
  now,
}: {
  review: Output<'pointsReview.view'>
  now: number
}) {
  const rows = steps
    .map(({ action, at, words }, index) => ({
      key: index,
      title: names[action],
      time: moment(at, now),
      ...(words !== '' && { meta: words }),
    }))
    .reverse()
  return (
    <Card>
      <Timeline steps={rows} past={state !== 'waiting' && state !== 'appealed'} />
    </Card>
  )
}
