import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { PageEnd } from '../call/PageEnd'
import { Unread } from '../call/Unread'
import type { Pages } from '../call/usePages'
import { Card } from '../ui/Card'
import { Empty, LoadingCard } from '../ui/States'
import { useNow } from '../ui/useNow'
import { TaskLine } from './TaskLine'

interface Props<A extends 'task.list' | 'task.mine'> {
  pages: Pages<A>
  /** What is said where there is none. */
  empty: { title: string; words: string }
  /** Instead of the rows: the map. */
  children?: ReactNode
}

/** Tasks page by page, whatever the signal does. */
export function TaskList<A extends 'task.list' | 'task.mine'>({ pages, empty, children }: Props<A>) {
  const { rows, refused, seen, slow, reload } = pages
  const now = useNow()
  useReachBottom(pages.loadMore)
  return (
    <>
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={4} />}
      {!rows && slow && <View className="meta">信号不太好，还在取</View>}
      {rows?.length === 0 && (
        <Card>
          <Empty {...empty} />
        </Card>
      )}
      {rows && rows.length > 0 && children}
      {rows && rows.length > 0 && !children && (
        <Card flush>
          {rows.map((task) => (
            <TaskLine key={task.id} task={task} now={now} />
          ))}
        </Card>
      )}
      <PageEnd pages={pages} />
    </>
  )
}
