import { View } from '@tarojs/components'
import { useState } from 'react'
import { useReturn } from '../call/useFreshness'
import { usePages } from '../call/usePages'
import { Page } from '../ui/Page'
import { Segments } from '../ui/Segments'
import './index.scss'
import { MyTasks } from './MyTasks'
import { NearTasks } from './NearTasks'
import { TeamRows } from './TeamRows'
import { TeamTasks } from './TeamTasks'

type Tab = 'near' | 'mine' | 'team'

/** 任务: what there is to do around here, what I have, what my teams are asked for. */
export default function Tasks() {
  const [tab, setTab] = useState<Tab>('near')
  const mine = usePages('task.mine', { over: false })
  useReturn(mine.reload)
  const count = mine.data ? mine.data.rows.length + mine.data.waiting.length : 0
  const options: readonly { name: Tab; text: string }[] = [
    { name: 'near', text: '附近' },
    { name: 'mine', text: count > 0 ? `我的 ${count}${mine.data?.next ? '+' : ''}` : '我的' },
    { name: 'team', text: '小队' },
  ]
  return (
    <Page title="任务" tab="task">
      <View className="side task-list">
        <Segments options={options} chosen={tab} onChoose={setTab} label="看哪些任务" />
        {tab === 'near' && <NearTasks />}
        {tab === 'mine' && <MyTasks ahead={mine} />}
        {tab === 'team' && (
          <>
            <TeamRows />
            <TeamTasks />
          </>
        )}
      </View>
    </Page>
  )
}
