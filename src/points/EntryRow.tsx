import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EntryView } from '../../domain/contract'
import { clock } from '../appeal/words'
import { Tap } from '../ui/Tap'
import './EntryRow.scss'
import { ReviewBadge } from './ReviewBadge'
import { entryWords } from './reviewWords'
import { signed } from './words'

/** One line of the statement: what for, how it was reckoned, what came of it; a tap opens what it was for. */
export function EntryRow({ entry }: { entry: EntryView }) {
  const { title, limit, at, bucket, held } = entry
  const url = urlOf(entry)
  const inside = (
    <>
      <View className="entry-head">
        <View className="strong said entry-title">{title}</View>
        {held && entry.kind === 'wait' ? (
          <ReviewBadge state={held.state} />
        ) : (
          <View className="entry-points">{amount(entry)}</View>
        )}
      </View>
      <View className="plain">{entryWords(entry)}</View>
      <View className="meta">
        {[clock(at), bucket === 'supervision' ? '监督积分' : '', limit ?? ''].filter(Boolean).join(' · ')}
      </View>
    </>
  )
  if (!url) return <View className="entry">{inside}</View>
  return (
    <Tap className="entry" onTap={() => Taro.navigateTo({ url })}>
      {inside}
    </Tap>
  )
}

function urlOf({ id, held, about }: EntryView): string | undefined {
  if (held) return `/points/review/index?id=${id}`
  const page = about && pages[about.what]
  return page && `${page}?id=${about.id}`
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
