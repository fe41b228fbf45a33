import Taro from '@tarojs/taro'
import type { AppealRow } from '../../domain/contract'
import { Row } from '../ui/Row'
import { StateBadge, UrgentBadge } from './StateBadge'
import { dueWords, nextWords } from './words'

/** One appeal of mine in a list. */
export function MyRow({ appeal, now }: { appeal: AppealRow; now: number }) {
  const due = dueWords(appeal, now)
  return (
    <Row
      title={appeal.title}
      meta={nextWords(appeal, now)}
      badges={
        <>
          {appeal.urgency === 'urgent' && <UrgentBadge />}
          <StateBadge state={appeal.state} />
        </>
      }
      due={due.text}
      dueBold={due.mine}
      onTap={() => Taro.navigateTo({ url: `/appeal/detail/index?id=${appeal.id}` })}
    />
  )
}
