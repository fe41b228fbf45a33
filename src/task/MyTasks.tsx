import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Pages, usePages } from '../call/usePages'
import { Card } from '../ui/Card'
import { Chips } from '../ui/Chip'
import { Heading } from '../ui/Heading'
import { useNow } from '../ui/useNow'
import { TaskLine } from './TaskLine'
import { TaskList } from './TaskList'
import { VolunteerRows } from './VolunteerRows'

const views = [
  { name: 'ahead', text: '要做的' },
  { name: 'over', text: '过去的' },
] as const

/** 我的: what I have a place of or wait for, what is over, and the doors to my hours and settings. */
export function MyTasks({ ahead }: { ahead: Pages<'task.mine'> }) {
  const [view, setView] = useState<'ahead' | 'over'>('ahead')
  const over = usePages('task.mine', view === 'over' ? { over: true } : undefined)
  const now = useNow()
  const waiting = ahead.data?.waiting ?? []
  return (
    <>
      <VolunteerRows />
      <Chips wrap options={views} chosen={view} onChoose={setView} label="看哪些" />
      {view === 'ahead' && waiting.length > 0 && (
        <View>
          <Heading text="候补的" aside="空出来给您留一会儿" />
          <View style={{ height: '8px' }} />
          <Card flush>
            {waiting.map((task) => (
              <TaskLine key={task.id} task={task} now={now} waits />
            ))}
          </Card>
        </View>
      )}
      {view === 'ahead' ? (
        <TaskList pages={ahead} empty={{ title: '手里没有任务', words: '去“附近”看一眼，有空就领一个。' }} />
      ) : (
        <TaskList pages={over} empty={{ title: '还没做过任务', words: '做完的都在这里，时长也给您记着。' }} />
      )}
    </>
  )
}
