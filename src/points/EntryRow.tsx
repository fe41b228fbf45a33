import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EntryView } from '../../domain/contract'
import { clock } from '../appeal/words'
import { Tap } from '../ui/Tap'
import './EntryRow.scss'
import { signed } from './words'

/** One line of the statement: what for, how it was reckoned, what came of it; a tap opens what it was for. */
export function EntryRow({ entry }: { entry: EntryView }) {
  const { title, arithmetic, limit, at, bucket, about } = entry
  const url = about && pages[about.what]
  const inside = (
    <>
      <View className="entry-head">
        <View className="strong said entry-title">{title}</View>
        <View className="entry-points">{amount(entry)}</View>
      </View>
      <View className="plain">{arithmetic}</View>
      <View className="meta">
        {[clock(at), bucket === 'supervision' ? '监督积分' : '', limit ?? ''].filter(Boolean).join(' · ')}
      </View>
    </>
  )
  if (!url) return <View className="entry">{inside}</View>
  return (
    <Tap className="entry" onTap={() => Taro.navigateTo({ url: `${url}?id=${about.id}` })}>
      {inside}
    </Tap>
  )
}

function amount({ kind, points }: EntryView): string {
  if (kind === 'hold') return `冻结 ${-points}`
  if (kind === 'release') return `退回 ${points}`
  return signed(points)
}

const pages: Partial<Record<NonNullable<EntryView['about']>['what'], string>> = {
  appeal: '/appeal/detail/index',
  task: '/task/detail/index',
  project: '/appeal/project/index',
  redemption: '/points/code/index',
}
