import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { usePages } from '../call/usePages'
import { TaskList } from './TaskList'

/** 小队: what the teams that I belong to are asked for. */
export function TeamTasks() {
  const pages = usePages('task.list', { of: 'team' })
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) pages.reload()
    shown.current = true
  })
  return (
    <TaskList
      pages={pages}
      empty={{
        title: '小队还没有任务',
        words: '队里的任务都会到这里。还没有队的，找社区说一声就能加。',
      }}
    />
  )
}
