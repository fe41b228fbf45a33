import { View } from '@tarojs/components'
import type { ProjectRow } from '../../../domain/contract'
import { projectStates } from '../../../domain/project/project'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { DetailHead } from '../DetailHead'
import { date, moment } from '../words'
import './ProjectFacts.scss'

export function ProjectBadge({ state }: Pick<ProjectRow, 'state'>) {
  return state === 'closed' ? (
    <Badge text={projectStates.closed} icon="circle-check" tone="green" />
  ) : (
    <Badge text={projectStates.open} icon="loader" tone="blue" />
  )
}

/** What everybody may read of a project: who leads it, how it goes, what is done and what comes. */
export function ProjectFacts({ project, now }: { project: ProjectRow; now: number }) {
  const { title, lead, state, count, milestones, progress, progressAt } = project
  return (
    <View className="project-facts">
      <DetailHead
        badges={<ProjectBadge state={state} />}
        aside={`${count} 件在里面`}
        title={title}
        meta={`${lead.name}牵头`}
      />
      {progress && (
        <Card>
          <View className="meta">{moment(progressAt, now)} 的进展</View>
          <View className="plain said">{progress}</View>
        </Card>
      )}
      {milestones.length > 0 && (
        <View>
          <Heading text="几步走" />
          <Milestones milestones={milestones} now={now} />
        </View>
      )}
    </View>
  )
}

function Milestones({ milestones, now }: { milestones: ProjectRow['milestones']; now: number }) {
  return (
    <>
      {milestones.map(({ name, by, doneAt }) => (
        <View key={name} className={`milestone ${doneAt === null ? '' : 'milestone-done'}`}>
          <Icon name={doneAt === null ? 'circle-dashed' : 'circle-check'} />
          <View className="milestone-words">
            <View className="strong">{name}</View>
            <View className="meta">
              {doneAt === null
                ? by < now
                  ? `原定${date(by, now)}，晚了`
                  : `${date(by, now)}前`
                : `${date(doneAt, now)}办完`}
            </View>
          </View>
        </View>
      ))}
    </>
  )
}
