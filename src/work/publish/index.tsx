import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { holding } from '../../../domain/task/task'
import { isLost } from '../../appeal/useStep'
import { splitSentence } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { PublishPage } from './PublishPage'
import { emptyForm, formOf } from './taskForm'

const said = { published: '发出去了', kept: '存成草稿了', changed: '存好了，告诉领了的人了' } as const

/** 发任务, or with `id` changing one: the form waits until it is known what stands there. */
export default function Publish() {
  const { id } = useRouter().params
  const { hat, hats, reading: me } = useHats()
  const { data, refused, loading, reload } = useRead('task.view', hat && id ? { id } : undefined, hat?.id)
  const [blank] = useState(() => emptyForm(Date.now()))
  if (!hat)
    return (
      <NoHat title="发任务" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const done = (task: string, as: keyof typeof said) => {
    toast(said[as])
    const pages = Taro.getCurrentPages()
    if (id && pages.length > 1) Taro.navigateBack()
    else Taro.redirectTo({ url: `/work/task/index?id=${task}` })
  }
  if (!id) return <PublishPage initial={blank} hat={hat} onDone={done} onStale={() => {}} />
  if (!data)
    return (
      <Page title="改任务" tone="staff" behind="/work/tasks/index">
        <View className="side" style={{ paddingTop: '12px' }}>
          {!refused && <LoadingCard rows={4} />}
          {refused && isLost(refused) && <Unread refused={refused} at={undefined} onAgain={reload} />}
          {refused && !isLost(refused) && <Failure icon="lock" {...splitSentence(refused.message)} />}
        </View>
      </Page>
    )
  const holders = data.claims?.filter(({ state }) => holding.includes(state)).length ?? 0
  return (
    <PublishPage
      initial={formOf(data)}
      hat={hat}
      made={{ id, state: data.state, holders }}
      onDone={done}
      onStale={reload}
      renewing={loading}
    />
  )
}
