import Taro from '@tarojs/taro'
import { categoryNames } from '../../../domain/appeal/categories'
import { identityNames } from '../../../domain/appeal/names'
import type { AppealRow } from '../../../domain/contract'
import { tradeNames } from '../../../domain/people/roles'
import { ClockBadge } from '../../appeal/ClockBadge'
import { clockOf } from '../../appeal/clock'
import { DoubtBadge, OutcomeBadge, StateBadge, UrgentBadge } from '../../appeal/StateBadge'
import { moment } from '../../appeal/words'
import { Row } from '../../ui/Row'
import { askedOf, dueOf } from './groups'
import type { WorkFilter } from './useWork'

interface Props {
  appeal: AppealRow
  now: number
  /** The organisation whose list this is: its own name need not be said. */
  organisation: string
  filter: WorkFilter
}

export const openAppeal = (id: string) => Taro.navigateTo({ url: `/work/detail/index?id=${id}` })

/** One appeal of the work list: clock, state, what it is, and of its person only trade and identity level. */
export function WorkRow({ appeal, now, organisation, filter }: Props) {
  const done = filter === 'done'
  const { id, category, placeName, trade, identity, state, outcome, urgency } = appeal
  const about = [
    // Of those below, and of those that are helped, it matters whose it is.
    appeal.organisation.name === organisation || appeal.organisation.name === placeName
      ? ''
      : appeal.organisation.name,
    categoryNames[category],
    placeName === organisation ? '' : placeName,
    tradeNames[trade],
    identityNames[identity],
  ]
  const due = done
    ? moment(appeal.updatedAt, now)
    : filter === 'followUp'
      ? askedOf(appeal, now)
      : dueOf(appeal, now)
  return (
    <Row
      quiet
      title={appeal.title}
      meta={about.filter(Boolean).join(' · ')}
      badges={
        <>
          {urgency === 'urgent' && <UrgentBadge />}
          {appeal.doubtful && <DoubtBadge />}
          {!done && <ClockBadge clock={clockOf(appeal)} now={now} exact />}
          {outcome ? <OutcomeBadge outcome={outcome} /> : <StateBadge state={state} />}
        </>
      }
      due={due}
      onTap={() => openAppeal(id)}
    />
  )
}
