import Taro from '@tarojs/taro'
import { identityNames } from '../../../domain/appeal/appeal'
import { categoryNames } from '../../../domain/appeal/categories'
import type { AppealRow } from '../../../domain/contract'
import { tradeNames } from '../../../domain/people/roles'
import { ClockBadge } from '../../appeal/ClockBadge'
import { clockOf } from '../../appeal/clock'
import { OutcomeBadge, StateBadge, UrgentBadge } from '../../appeal/StateBadge'
import { moment } from '../../appeal/words'
import { Row } from '../../ui/Row'
import { dueOf } from './groups'

interface Props {
  appeal: AppealRow
  now: number
  /** The organisation whose list this is: its own name need not be said. */
  organisation: string
  done: boolean
  /** Says who has it, where that is not plain from its place. */
  holder?: boolean
}

export const openAppeal = (id: string) => Taro.navigateTo({ url: `/work/detail/index?id=${id}` })

/** One appeal of the work list: clock, state, what it is, and of its person only trade and identity level. */
export function WorkRow({ appeal, now, organisation, done, holder }: Props) {
  const { id, category, placeName, trade, identity, state, outcome, urgency } = appeal
  const known = [organisation, placeName]
  const about = [
    categoryNames[category],
    placeName === organisation ? '' : placeName,
    tradeNames[trade],
    identityNames[identity],
    holder && !known.includes(appeal.organisation.name) ? `在${appeal.organisation.name}` : '',
  ]
  return (
    <Row
      quiet
      title={appeal.title}
      meta={about.filter(Boolean).join(' · ')}
      badges={
        <>
          {urgency === 'urgent' && <UrgentBadge />}
          {!done && <ClockBadge clock={clockOf(appeal)} now={now} exact />}
          {outcome ? <OutcomeBadge outcome={outcome} /> : <StateBadge state={state} />}
        </>
      }
      due={done ? moment(appeal.updatedAt, now) : dueOf(appeal, now)}
      onTap={() => openAppeal(id)}
    />
  )
}
