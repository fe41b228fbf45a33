import type { MeetingView } from '../../../domain/contract'
import { whyNames } from '../../../domain/meeting/meeting'
import { date } from '../../appeal/words'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'

type Item = MeetingView['items'][number]

interface Props {
  items: readonly Item[]
  now: number
  onTap: (item: Item) => void
  /** A tap notes what was decided. */
  link: boolean
}

function Decided({ item: { written, missed } }: { item: Item }) {
  if (missed) return <Badge text="已经办结，没写回" icon="circle-x" tone="grey" />
  return <Badge text={written ? '写回了' : '定了'} icon="circle-check" tone="green" />
}

/** The agenda in its order, with why each stands there and what was decided. */
export function Items({ items, now, onTap, link }: Props) {
  return (
    <Card flush>
      {items.map((item, index) => {
        const { id, title, placeName, why, decision } = item
        return (
          <Row
            key={id}
            title={`${index + 1}. ${title}`}
            badges={
              decision ? (
                <Decided item={item} />
              ) : (
                <Badge text={why.map((each) => whyNames[each]).join('、')} icon="route" tone="grey" />
              )
            }
            due={decision ? `${date(decision.by, now)}前` : placeName}
            meta={decision ? `${decision.organisation}：${decision.words}` : undefined}
            {...(link && { link: decision ? '改' : '记' })}
            onTap={() => onTap(item)}
          />
        )
      })}
    </Card>
  )
}
