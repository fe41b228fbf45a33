import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { MyRow } from '../appeal/MyRow'
import { useOutbox } from '../call/outbox'
import { Unread } from '../call/Unread'
import { useRead } from '../call/useRead'
import { Hats } from '../me/Hats'
import { Bell } from '../notice/Bell'
import { useUnread } from '../notice/useUnread'
import { chosenPlaces } from '../place/chosen'
import { PlaceSheet } from '../place/PlaceSheet'
import { Bee } from '../ui/Bee'
import { Card } from '../ui/Card'
import { Heading } from '../ui/Heading'
import { Icon, type IconName } from '../ui/Icon'
import { Page } from '../ui/Page'
import { Empty, LoadingCard } from '../ui/States'
import { Tap } from '../ui/Tap'
import { Doors } from './Doors'
import './index.scss'
import { NearbyTask } from './NearbyTask'
import { PointsLine } from './PointsLine'
import { Unsent } from './Unsent'

/** What of mine is moving, and the two doors. */
export default function Home() {
  const [place, setPlace] = useState(chosenPlaces()[0])
  const [choosing, setChoosing] = useState(false)
  const { data, seen, refused, slow, reload } = useRead('person.home', {})
  const unread = useUnread()
  const shown = useRef(false)
  useDidShow(() => {
    setPlace(chosenPlaces()[0])
    if (shown.current) reload()
    shown.current = true
  })
  const { entries } = useOutbox()
  const sent = entries.filter(({ standing }) => standing.is === 'sent').length
  useEffect(() => {
    if (sent > 0) reload()
  }, [sent, reload])
  const now = Date.now()
  const home = data ?? seen?.data
  const moving = home?.moving ?? []

  return (
    <Page title="蜂鸣" tab="home" ownBar foot={<Doors />}>
      <View className="home-bar">
        <Bee />
        <View className="heading">蜂鸣</View>
        <Tap className="home-place" label="换社区" onTap={() => setChoosing(true)}>
          <View className="home-place-name">{place?.name ?? '选社区'}</View>
          <Icon name="chevron-down" size={18} />
        </Tap>
        <Bell unread={unread} />
      </View>
      <View className="side home-parts">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        <Unsent />
        {!home && !refused && (
          <>
            <Heading text="正在办的" />
            <LoadingCard />
            {slow && <View className="meta home-slow">信号不太好，两扇门照样能用</View>}
          </>
        )}
        {home && moving.length > 0 && (
          <>
            <Heading
              text="正在办的"
              count={`${moving.length} ${home.more ? '多件' : '件'}`}
              link="全部"
              onLink={() => Taro.switchTab({ url: '/me/index' })}
            />
            <Card flush>
              {moving.map((appeal) => (
                <MyRow key={appeal.id} appeal={appeal} now={now} />
              ))}
            </Card>
          </>
        )}
        {home && moving.length === 0 && <FirstRun />}
        {home && <PointsLine />}
        {home && <NearbyTask communityId={home.community?.id ?? place?.id} now={now} />}
        {home && <Hats hats={home.hats} />}
      </View>
      <PlaceSheet open={choosing} onClose={() => setChoosing(false)} onChoose={setPlace} />
    </Page>
  )
}

const promises: readonly { icon: IconName; text: string }[] = [
  { icon: 'camera', text: '说一句、拍一张就行，不用多打字' },
  { icon: 'clock', text: '几点前接、几号前办完，都写明' },
  { icon: 'shield-check', text: '可以保密，也可以匿名' },
]

function FirstRun() {
  return (
    <>
      <Card>
        <Empty
          first
          title="还没有在办的事"
          words="路上有难处、看见不对劲，点下面说一声。办到哪步，这里都看得到。"
        />
      </Card>
      <View className="home-promises">
        {promises.map(({ icon, text }) => (
          <View className="home-promise" key={icon}>
            <Icon name={icon} />
            <View>{text}</View>
          </View>
        ))}
      </View>
    </>
  )
}
