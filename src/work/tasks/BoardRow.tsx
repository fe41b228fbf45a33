import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../../domain/contract'
import { taskKinds } from '../../../domain/task/kinds'
import { kindIcons } from '../../task/kindIcons'
import { windowWords } from '../../task/words'
import { Badge } from '../../ui/Badge'
import { mostHexagons, Places } from '../../ui/Places'
import { Row } from '../../ui/Row'
import './BoardRow.scss'
import { absentWords, StateBadge } from './taskFaces'

type BoardTask = Output<'task.board'>['rows'][number]

interface Props {
  task: BoardTask
  /** Whose board it is: others are named. */
  organisationId: string
  now: number
}

export const openTask = (id: string) => Taro.navigateTo({ url: `/work/task/index?id=${id}` })

/** A task on the board: how many have a place, who came, and by name who did not. */
export function BoardRow({ task, organisationId, now }: Props) {
  const { id, title, kind, state, organisation, team, place, muster, absent } = task
  const whose = [organisation.id === organisationId ? undefined : organisation.name, team?.name]
  return (
    <Row
      title={title}
      badges={
        <>
          {muster && <Badge text="应急集结" icon="siren" tone="redWash" />}
          <StateBadge state={state} />
          <Badge text={taskKinds[kind]} icon={kindIcons[kind]} tone="outlined" />
        </>
      }
      due={windowWords(task, now)}
      meta={
        <>
          <View>{[...whose, place.name].filter(Boolean).join(' · ')}</View>
          {state !== 'draft' && <Taken task={task} />}
          {absent.length > 0 && (
            <View className="board-absent">{absentWords(absent, state === 'finished')}</View>
          )}
        </>
      }
      quiet
      onTap={() => openTask(id)}
    />
  )
}

function Taken({ task: { places, left, came, state } }: { task: BoardTask }) {
  const taken = places - left
  return (
    <View className="board-taken">
      <Places places={places} taken={taken} />
      <View className="board-count">
        {places > mostHexagons ? `${taken} / ${places} 个有人` : taken === 0 ? '还没人领' : `${taken} 人领了`}
      </View>
      {(state === 'running' || state === 'finished' || came > 0) && <View>来了 {came} 人</View>}
    </View>
  )
}
