import Taro, { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { periodNames, periods } from '../../domain/points/ranking/periods'
import { useRead } from '../call/useRead'
import { Card } from '../ui/Card'
import { Row } from '../ui/Row'

/** My teams, with what their members have earned together; a tap shows who. */
export function TeamRows() {
  const { data, seen, reload } = useRead('ranking.mine', {})
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) reload()
    shown.current = true
  })
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
