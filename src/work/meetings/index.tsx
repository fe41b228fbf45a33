import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { type MeetingState, meetingNames, meetingStates } from '../../../domain/meeting/meeting'
import { granted } from '../../../domain/permission'
import { moment } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NewSheet } from '../meeting/NewSheet'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'

const states = (Object.keys(meetingStates) as MeetingState[]).map((name) => ({
  name,
  text: meetingStates[name],
}))
const open = (id: string) => Taro.navigateTo({ url: `/work/meeting/index?id=${id}` })

/** Meetings of the organisation, the latest first. */
export default function Meetings() {
  const { hat, hats, wear, reading: me } = useHats()
  const [state, setState] = useState<MeetingState>('planned')
  const [making, setMaking] = useState(false)
  const pages = usePages('meeting.list', hat && { state }, hat?.id)
  const now = useNow()
  useReturn(pages.reload)
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  if (!hat)
    return (
      <NoHat title="会议" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const { rows } = pages
  return (
    <Page
      title="会议"
      tone="staff"
      behind="/work/bench/index"
      foot={
        granted('meeting.create', hat.role, ['organisation']) && (
          <ActionBar main={<Button icon="plus" text="开一个会" onTap={() => setMaking(true)} />} />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View style={{ padding: '8px 0' }}>
        <Chips label="看哪些" options={states} chosen={state} onChoose={setState} />
      </View>
      <View className="side" style={{ paddingBottom: '24px' }}>
        {pages.refused && <Unread refused={pages.refused} at={pages.seen?.at} onAgain={pages.reload} />}
        {!rows && !pages.refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty
              title={state === 'planned' ? '没有要开的会' : '还没有开完的会'}
              words="议题从跨部门、超时、反复出现的事里自动起草。"
            />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((meeting) => (
              <Row
                key={meeting.id}
                title={`${meetingNames[meeting.kind]} · ${meeting.where}`}
                meta={`议题 ${meeting.items} 件，定了 ${meeting.decided} 件，会上提了 ${meeting.raised} 件`}
                due={moment(meeting.at, now)}
                onTap={() => open(meeting.id)}
              />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
      {making && (
        <NewSheet
          hat={hat}
          onClose={() => setMaking(false)}
          onDone={(id) => {
            setMaking(false)
            open(id)
          }}
        />
      )}
    </Page>
  )
}
