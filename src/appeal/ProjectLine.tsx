import Taro from '@tarojs/taro'
import type { AppealView } from '../../domain/contract'
import { useRead } from '../call/useRead'
import { Card } from '../ui/Card'
import { Row } from '../ui/Row'
import { date } from './words'

interface Props {
  project: NonNullable<AppealView['project']>
  now: number
  /** Where a tap leads; for the person: what everybody may read. */
  page?: string
}

/** The project that an appeal belongs to: its title, the newest of it, what comes next. */
export function ProjectLine({ project: { id, title }, now, page = '/appeal/project/index' }: Props) {
  const { data, seen } = useRead('project.public', { id })
  const known = data ?? seen?.data
  const next = known?.milestones.filter(({ doneAt }) => doneAt === null).sort((a, b) => a.by - b.by)[0]
  const words = [known?.progress, next && `下一步：${next.name}，${date(next.by, now)}前`]
  return (
    <Card flush>
      <Row
        icon="construction"
        title={`治理项目：${title}`}
        meta={words.filter(Boolean).join(' · ') || '和同一个根子的事一起办'}
        onTap={() => Taro.navigateTo({ url: `${page}?id=${id}` })}
      />
    </Card>
  )
}
