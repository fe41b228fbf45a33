import { View } from '@tarojs/components'
import { type TaskKind, taskKinds } from '../../../domain/task/kinds'
import { kindIcons } from '../../task/kindIcons'
import { Tiles } from '../../ui/Tile'

const kinds = (Object.keys(taskKinds) as TaskKind[]).map((name) => ({
  name,
  text: taskKinds[name],
  icon: kindIcons[name],
}))

interface Props {
  chosen: TaskKind | undefined
  onChoose: (kind: TaskKind) => void
}

/** One of nine kinds; each fills the form with what such a task usually is. */
export function KindChoice({ chosen, onChoose }: Props) {
  return (
    <>
      <View className="big">要做什么</View>
      <View className="meta publish-hint">选一种，名字、积分、人数先给您填好，都能改。</View>
      <Tiles label="要做什么" options={kinds} chosen={chosen} onChoose={onChoose} />
    </>
  )
}
