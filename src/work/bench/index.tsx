import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { granted } from '../../../domain/permission'
import { AgainBar, OldCopy } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { Bell } from '../../notice/Bell'
import { useUnread } from '../../notice/useUnread'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { HandOverSheet } from '../rota/HandOverSheet'
import { useHats } from '../useHats'
import { BenchFoot } from './BenchFoot'
import './index.scss'
import { LostFoot } from './LostFoot'
import { Shop } from './Shop'
import { Today } from './Today'

/** 工作台: today at a glance, under the hat that is worn. */
export default function Bench() {
  const { hat, hats, wear, reading: me } = useHats()
  // A clerk has a counter and no list of work.
  const serves = hat !== undefined && granted('redemption.fulfil', hat.role, ['organisation'])
  const reading = useRead('work.today', hat && !serves ? {} : undefined, hat?.id)
  const [handing, setHanding] = useState(false)
  const [moved, setMoved] = useState<{ refused: Refused; again?: () => void }>()
  const queues = useRead('work.queues', hat && !serves ? {} : undefined, hat?.id)
  const unread = useUnread()
  const now = useNow()
  const reloadAll = () => Promise.all([reading.reload(), queues.reload()])
  useReturn(reloadAll)
  usePullDownRefresh(async () => {
    await Promise.all([me.reload(), reloadAll()])
    Taro.stopPullDownRefresh()
  })

  if (!hat)
    return (
      <NoHat title="工作台" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )

  const { data, refused, seen, slow, loading, reload } = reading
  const kept = data || !refused || !isLost(refused) ? undefined : seen
  const today = data ?? kept?.data
  const onRefused = (refused: Refused, again?: () => void) => {
    setMoved({ refused, ...(again && isLost(refused) && { again }) })
    if (!isLost(refused)) reload()
  }
  const again = moved?.again && { text: '再试一次', onTap: moved.again }
  return (
    <Page
      title="工作台"
      tone="staff"
      foot={
        data ? (
          <BenchFoot today={data} hat={hat} onRefused={onRefused} />
        ) : kept ? (
          <AgainBar loading={loading} onAgain={reload} />
        ) : (
          refused && <LostFoot refused={refused} hat={hat} loading={loading} onAgain={reload} />
        )
      }
    >
      <View className="bench-strip">
        <HatStrip hat={hat} hats={hats} wear={wear} />
        <Bell unread={unread} />
      </View>
      <View className="side bench">
        {today && <OldCopy refused={refused} keptAt={kept?.at} now={now} />}
        {today && (
          <Today
            today={today}
            queues={queues.data ?? queues.seen?.data ?? {}}
            hat={hat}
            now={now}
            onHandOver={() => setHanding(true)}
          />
        )}
        {serves && <Shop hat={hat} />}
        {!today && !refused && !serves && <Waiting slow={slow} />}
        {!today && refused && (
          <Failure
            {...(isLost(refused)
              ? { title: '没连上，不是您的问题', words: '单子都在，一件没丢。有信号了会自己更新。' }
              : { ...splitSentence(refused.message), icon: 'lock' as const })}
            number={refused.number}
          />
        )}
      </View>
      {handing && (
        <HandOverSheet
          hat={hat.id}
          shift={today?.duty.toHandOver ?? ''}
          onClose={() => setHanding(false)}
          onDone={() => {
            setHanding(false)
            toast('留好了，下一班看得到')
            reload()
          }}
          onRefused={onRefused}
        />
      )}
      <RefusalSheet refused={moved?.refused} onClose={() => setMoved(undefined)} {...(again && { again })} />
    </Page>
  )
}

function Waiting({ slow }: { slow: boolean }) {
  return (
    <>
      <LoadingCard rows={1} />
      <LoadingCard rows={2} />
      {slow && <View className="meta bench-slow">信号不太好，还在取</View>}
    </>
  )
}
