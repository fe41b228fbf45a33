import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { roleNames } from '../../../domain/people/roles'
import { granted } from '../../../domain/permission'
import { isLost } from '../../appeal/useStep'
import { splitSentence } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { ShareToGroup } from '../../task/share/ShareToGroup'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { Absent } from './Absent'
import { CancelSheet } from './CancelSheet'
import { Holders } from './Holders'
import './index.scss'
import { TaskFacts } from './TaskFacts'
import { TaskFoot } from './TaskFoot'

/** One task, for those who organise it: who has which place, and what can be done now. */
export default function StaffTask() {
  const { id = '' } = useRouter().params
  const { hat, hats, reading: me } = useHats()
  const { data, seen, refused, reload } = useRead('task.view', hat && { id }, hat?.id)
  const [cancelling, setCancelling] = useState(false)
  const now = useNow()
  useReturn(reload)
  usePull(reload)
  if (!hat)
    return (
      <NoHat title="任务" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const task = data ?? (refused && isLost(refused) ? seen?.data : undefined)
  const over = task?.state === 'finished'
  return (
    <Page
      title="任务"
      tone="staff"
      behind="/work/tasks/index"
      foot={data && <TaskFoot task={data} hat={hat} onCancel={() => setCancelling(true)} />}
    >
      <View className="side staff-task">
        {refused && isLost(refused) && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {refused && !isLost(refused) && <Failure icon="lock" {...splitSentence(refused.message)} />}
        {!task && !refused && <LoadingCard rows={4} />}
        {task && <TaskFacts task={task} hat={hat.id} now={now} />}
        {data && (data.state === 'open' || data.state === 'full') && (
          <ShareToGroup
            task={data}
            hat={hat.id}
            live
            from={`${hat.title ?? roleNames[hat.role]} · ${hat.organisation.name}`}
          />
        )}
        {task?.claims && task.state !== 'draft' && <Holders task={task} claims={task.claims} now={now} />}
        {over && granted('task.absent', hat.role, ['organisation']) && (
          <Absent id={id} hat={hat.id} now={now} />
        )}
      </View>
      {data && cancelling && (
        <CancelSheet
          task={data}
          hat={hat.id}
          onClose={() => setCancelling(false)}
          onDone={() => {
            setCancelling(false)
            toast('取消了，告诉大家了')
            reload()
          }}
        />
      )}
    </Page>
  )
}
