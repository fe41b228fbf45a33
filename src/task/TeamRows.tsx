import Taro from '@tarojs/taro'
import { periodNames, periods } from '../../domain/points/ranking/periods'
import { useReturn } from '../call/useFreshness'
import { useRead } from '../call/useRead'
import { Card } from '../ui/Card'
import { Row } from '../ui/Row'

/** My teams, with what their members have earned together; a tap shows who. */
export function TeamRows() {
  const { data, seen, reload } = useRead('ranking.mine', {})
  useReturn(reload)
  const teams = (data ?? seen?.data)?.boards.filter(({ of }) => of === 'team') ?? []
  if (teams.length === 0) return null
  return (
    <Card flush>
      {teams.map(({ id, name, together }) => (
        <Row
          key={id}
          icon="users-round"
          title={name}
          meta={periods.map((period) => `${periodNames[period]} ${together?.[period] ?? 0} 分`).join(' · ')}
          onTap={() => Taro.navigateTo({ url: `/points/ranking/index?of=team&team=${id}` })}
        />
      ))}
    </Card>
  )
}
