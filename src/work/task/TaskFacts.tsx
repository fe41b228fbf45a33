import { View } from '@tarojs/components'
import type { TaskView } from '../../../domain/contract'
import { dutyTags, taskKinds } from '../../../domain/task/kinds'
import { kindIcons } from '../../task/kindIcons'
import { proofWords, windowWords } from '../../task/words'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { mostHexagons, Places } from '../../ui/Places'
import { Row } from '../../ui/Row'
import { StateBadge } from '../tasks/taskFaces'
import { ThanksCode } from './ThanksCode'

/** What a task asks for, and how many places are taken. */
export function TaskFacts({ task, hat, now }: { task: TaskView; hat: string; now: number }) {
  const { title, words, kind, state, place, radius, points, places, left, proof, team, muster, waiting } =
    task
  const taken = places - left
  const extra = [
    task.repeat === 'weekly' && '每周都有',
    task.memberDays > 0 && `报到满 ${task.memberDays} 天`,
    ...task.tags.map((tag) => dutyTags[tag]),
  ].filter(Boolean)
  return (
    <>
      <View className="staff-task-badges">
        {muster && <Badge text="应急集结" icon="siren" tone="redWash" />}
        <StateBadge state={state} />
        <Badge text={taskKinds[kind]} icon={kindIcons[kind]} tone="outlined" />
      </View>
      <View className="big said">{title}</View>
      {state !== 'draft' && (
        <Card>
          <View className="staff-task-places">
            <Places large places={places} taken={taken} />
            <View className="heading">
              {places > mostHexagons ? `${taken} / ${places} 个有人` : `${taken} 人领了`}
            </View>
          </View>
          <View className="meta">
            一共 {places} 个名额{waiting > 0 ? `，${waiting} 人在候补` : ''}
          </View>
        </Card>
      )}
      <Card flush>
        <Row icon="clock" title={windowWords(task, now)} meta={extra.join(' · ')} />
        <Row
          icon="map-pin"
          title={place.name}
          meta={place.point ? `${radius} 米以内算到了` : '没在地图上定'}
        />
        <Row
          icon="clipboard-check"
          title={proofWords(proof)}
          meta={`每人 ${points} 分 · ${team ? `叫了${team.name}` : task.publishedBy}`}
        />
        {task.hasBeneficiary && (
          <Row icon="shield-check" title="地址保密" meta="只有领到的人，开始前半小时才看得到" />
        )}
        {task.hasBeneficiary && task.may.organise && <ThanksCode id={task.id} hat={hat} />}
      </Card>
      {words && <View className="plain said">{words}</View>}
    </>
  )
}
