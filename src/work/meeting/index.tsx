import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MeetingView } from '../../../domain/contract'
import { meetingNames } from '../../../domain/meeting/meeting'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { moment } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { Tools } from '../detail/Tools'
import { openAppeal } from '../list/WorkRow'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { AgendaSheet } from './AgendaSheet'
import { DecisionSheet } from './DecisionSheet'
import { Items } from './Items'
import { RaiseSheet } from './RaiseSheet'

const tools = [
  { name: 'agenda', text: '排议题', icon: 'calendar-days' },
  { name: 'raise', text: '会上提的', icon: 'message-square-plus' },
] as const

/** A meeting: its agenda, what was decided and raised; ended, its decisions stand in every appeal. */
export default function MeetingPage() {
  const { id = '' } = useRouter().params
  const { hat, hats, reading: me } = useHats()
  const { data, seen, refused, reload } = useRead('meeting.view', hat && { id }, hat?.id)
  const [sheet, setSheet] = useState<'agenda' | 'raise'>()
  const [deciding, setDeciding] = useState<MeetingView['items'][number]>()
  const [moved, setMoved] = useState<Refused>()
  const { busy, take } = useStep(hat?.id)
  const now = useNow()
  useReturn(reload)
  usePull(reload)
  if (!hat)
    return (
      <NoHat title="会议" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const meeting = data ?? seen?.data
  const leads = data?.mayLead === true && data.state === 'planned'
  const close = () => {
    setSheet(undefined)
    setDeciding(undefined)
  }
  const done = (sentence: string) => {
    close()
    toast(sentence)
    reload()
  }
  const finish = async () => {
    if (!data) return
    const answer = await take('meeting.finish', { id, version: data.version })
    if (isRefused(answer)) setMoved(answer)
    else if (answer) done('写回每一件了')
  }
  return (
    <Page
      title="会议"
      tone="staff"
      behind="/work/meetings/index"
      foot={
        leads && (
          <ActionBar
            main={
              <Button
                text={data.decided > 0 ? `开完了，写回 ${data.decided} 件` : '开完了，没定什么'}
                busy={busy}
                onTap={finish}
              />
            }
            consequence="定了的写进每一件的经过，写回以后不能再改"
          >
            <Tools tools={tools} onChoose={setSheet} />
          </ActionBar>
        )
      }
    >
      <View className="side" style={{ paddingTop: '16px', paddingBottom: '24px' }}>
        {refused && isLost(refused) && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {refused && !isLost(refused) && <Failure {...splitSentence(refused.message)} />}
        {!meeting && !refused && <LoadingCard rows={3} />}
        {meeting && (
          <>
            <View className="big">{meetingNames[meeting.kind]}</View>
            <View className="meta">
              {moment(meeting.at, now)} · {meeting.where}
            </View>
            {meeting.participants.length > 0 && (
              <View className="meta">请了 {meeting.participants.join('、')}</View>
            )}
            <View style={{ height: '12px' }} />
            <Heading text="议题" count={`${meeting.items.length} 件，定了 ${meeting.decided} 件`} />
            <View style={{ height: '8px' }} />
            {meeting.items.length === 0 ? (
              <Card>
                <Empty title="还没有议题" words="点“排议题”，从起草的里面挑。" />
              </Card>
            ) : (
              <Items
                items={meeting.items}
                now={now}
                onTap={leads ? setDeciding : (item) => openAppeal(item.id)}
                link={leads}
              />
            )}
            {meeting.raised.length > 0 && (
              <>
                <View style={{ height: '12px' }} />
                <Heading text="会上提的" count={`${meeting.raised.length} 件，已经派出去`} />
                <View style={{ height: '8px' }} />
                <Card flush>
                  {meeting.raised.map((each) => (
                    <Row key={each.id} title={each.title} meta={`编号 ${each.number}`} />
                  ))}
                </Card>
              </>
            )}
          </>
        )}
      </View>
      {data && sheet === 'agenda' && (
        <AgendaSheet meeting={data} hat={hat.id} onClose={close} onDone={() => done('排好了')} />
      )}
      {sheet === 'raise' && (
        <RaiseSheet id={id} hat={hat.id} onClose={close} onDone={(count) => done(`录入了 ${count} 件`)} />
      )}
      {data && deciding && (
        <DecisionSheet
          meeting={data}
          item={deciding}
          hat={hat.id}
          onClose={close}
          onDone={() => done('记上了')}
        />
      )}
      <RefusalSheet
        refused={moved}
        onClose={() => {
          setMoved(undefined)
          reload()
        }}
      />
    </Page>
  )
}
