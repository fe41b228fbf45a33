import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { taskKinds } from '../../../domain/task/kinds'
import { timesOf } from '../../../domain/task/times'
import { AgainBar, OldCopy } from '../../appeal/OldCopy'
import { clock, moment } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import { useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { lastPosition } from '../../place/usePosition'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Places } from '../../ui/Places'
import { LoadingCard, LoadingLine } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { kindIcons } from '../kindIcons'
import { ShareToGroup } from '../share/ShareToGroup'
import { standingOf } from '../standing'
import { Address } from './Address'
import { Bar } from './Bar'
import { Facts } from './Facts'
import './index.scss'
import { Lost } from './Lost'
import { Mine } from './Mine'
import { ReleaseSheet } from './ReleaseSheet'
import { useTaking } from './useTaking'

/** One task: what it asks for, and the one tap that takes a place of it. */
export default function TaskDetail() {
  const { id = '' } = useRouter().params
  // Asked for in the list: whoever comes by a card is not asked anything.
  const [position] = useState(lastPosition)
  const { data, refused, seen, loading, slow, reload } = useRead('task.view', {
    id,
    ...(position && { position }),
  })
  const view = data ?? seen?.data
  const now = useNow()
  const [leaving, setLeaving] = useState(false)
  const taking = useTaking(view, reload)
  useReturn(taking.comeBack)

  if (refused && !view) return <Lost refused={refused} loading={loading} onAgain={reload} />
  if (!view)
    return (
      <Page title="任务" behind="/task/index">
        <View className="side task-detail">
          <LoadingLine />
          <LoadingLine wide />
          <LoadingCard rows={1} />
          <LoadingCard rows={3} />
          {slow && <View className="meta">信号不太好，还在取</View>}
        </View>
      </Page>
    )
  const standing = standingOf(view, now)
  const mine = view.claim && !['released', 'expired'].includes(view.claim.state) ? view.claim : undefined
  const undoBy = view.from - timesOf(view).releasedBefore
  return (
    <Page
      title="任务"
      behind="/task/index"
      foot={
        data ? (
          <Bar
            view={view}
            standing={standing}
            now={now}
            busy={taking.busy}
            onTap={(action) => {
              if (action === 'claim') taking.claim()
              else if (action === 'wait') taking.wait()
              else if (action === 'register') taking.register()
              else if (action === 'decline') taking.decline()
              else if (action === 'release') setLeaving(true)
              else Taro.navigateTo({ url: `/volunteer/proof/index?id=${id}` })
            }}
          />
        ) : (
          <AgainBar loading={loading} onAgain={reload} />
        )
      }
    >
      <View className="side task-detail">
        <OldCopy refused={refused} keptAt={data ? undefined : seen?.at} now={now} />
        <View>
          <View className="task-head">
            <Badge text={taskKinds[view.kind]} icon={kindIcons[view.kind]} tone="grey" />
            <View className="meta">{view.organisation.name}发布</View>
          </View>
          <View className="big said">{view.title}</View>
        </View>
        {mine && <Mine claim={mine} now={now} />}
        <Card>
          <View className="task-places">
            <Places large places={view.places} taken={view.places - view.left} />
            <View className="heading">{view.left > 0 ? `还剩 ${view.left} 个名额` : '名额满了'}</View>
          </View>
          <View className="meta">{placeWords(view)}</View>
        </Card>
        <Facts view={view} now={now} ahead={['ahead', 'checkIn'].includes(standing.is) && now < view.to} />
        {view.hasBeneficiary && mine && data && <Address id={id} />}
        {view.words && <View className="plain said">{view.words}</View>}
        {data && data.state !== 'draft' && data.state !== 'cancelled' && now < view.to && (
          <ShareToGroup task={view} live={false} from="志愿者" />
        )}
        {now < undoBy && (
          <View className="meta task-undo">
            <Icon name="undo-2" size={20} />
            <View>{undoWords(undoBy, now)}</View>
          </View>
        )}
      </View>
      {leaving && (
        <ReleaseSheet
          view={view}
          now={now}
          busy={taking.busy}
          onClose={() => setLeaving(false)}
          onRelease={async () => {
            await taking.release()
            setLeaving(false)
          }}
        />
      )}
      <RefusalSheet
        refused={taking.refused}
        onClose={taking.dismiss}
        {...(taking.again && { again: taking.again })}
      />
    </Page>
  )
}

function placeWords({
  places,
  ofGroup,
  waiting,
  coming,
}: {
  places: number
  ofGroup?: number
  waiting: number
  coming?: { yes: number; no: number }
}): string {
  if (coming) return `${coming.yes} 人来，${coming.no} 人来不了`
  const said = [`一共 ${places} 个`]
  if (ofGroup !== undefined && ofGroup > 0) said.push(`这个群里已有 ${ofGroup} 人认领`)
  if (waiting > 0) said.push(`${waiting} 人在候补`)
  return said.join('。')
}

/** 12:00 前都能退: on the day itself the time alone. */
function undoWords(by: number, now: number): string {
  const when = moment(by, now)
  return `${when.startsWith('今天') ? clock(by) : when} 前都能退，不影响您`
}
