import { useReturn } from '../call/useFreshness'
import { usePages } from '../call/usePages'
import { TaskList } from './TaskList'

/** 小队: what the teams that I belong to are asked for. */
export function TeamTasks() {
  const pages = usePages('task.list', { of: 'team' })
  useReturn(pages.reload)
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
