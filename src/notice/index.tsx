import { View } from '@tarojs/components'
import Taro, { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { NoticeView } from '../../domain/contract'
import { pageOf } from '../../domain/notice/pages'
import { answeredAppeals } from '../appeal/answered'
import { UnsatisfiedSheet } from '../appeal/detail/UnsatisfiedSheet'
import { isLost } from '../appeal/useStep'
import { date } from '../appeal/words'
import { PageEnd } from '../call/PageEnd'
import { RefusalSheet } from '../call/RefusalSheet'
import type { Refused } from '../call/refused'
import { Unread } from '../call/Unread'
import { usePull } from '../call/useFreshness'
import { usePages } from '../call/usePages'
import { Card } from '../ui/Card'
import { Heading } from '../ui/Heading'
import { Page } from '../ui/Page'
import { Empty, LoadingCard } from '../ui/States'
import { toast } from '../ui/toast'
import { useNow } from '../ui/useNow'
import { byDay, waiting } from './asking'
import { Item } from './Item'
import './index.scss'
import { Reminders } from './Reminders'
import { useAnswer } from './useAnswer'
import { useSeen } from './useSeen'

/** 消息: all that I was told, newest first; what waits for my word is answered here. */
export default function Inbox() {
  const pages = usePages('notice.list', {})
  const { data, rows, refused, seen, slow, reload } = pages
  const [wrong, setWrong] = useState<{ refused: Refused; again: () => void }>()
  const [answered, setAnswered] = useState(answeredAppeals)
  const now = useNow()
  const shown = useRef(false)
  const look = () => setAnswered(answeredAppeals())
  const { busy, answer, unsatisfied, closeUnsatisfied } = useAnswer({
    onAnswered: look,
    onRefused: (refused, again) => setWrong({ refused, again }),
  })
  useSeen(data?.rows)
  useDidShow(() => {
    look()
    if (shown.current) reload()
    shown.current = true
  })
  useReachBottom(pages.loadMore)
  usePull(reload)

  const open = (item: NoticeView) => {
    Taro.navigateTo({ url: `/${pageOf(item.about)}` })
  }
  const waits = waiting(rows ?? [], answered, now)
  return (
    <Page title="消息">
      <View className="side notice-parts">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={4} />}
        {!rows && slow && <View className="meta">信号不太好，还在取</View>}
        {rows?.length === 0 && (
          <Card>
            <Empty title="还没有消息" words="您说的事有人接、有进展、办完了，都在这里告诉您。" />
          </Card>
        )}
        {byDay(rows ?? [], (at) => date(at, now)).map(({ day, rows }) => (
          <View key={day}>
            <Heading text={day} />
            <Card flush>
              {rows.map((item) => (
                <Item
                  key={item.id}
                  item={item}
                  waits={waits.has(item.id)}
                  busy={busy === item.about.id}
                  onOpen={() => open(item)}
                  onAnswer={(word) => answer(item.about.id, word)}
                />
              ))}
            </Card>
          </View>
        ))}
        <PageEnd pages={pages} />
        {rows && (
          <Reminders occasion={rows.some(({ about }) => about.as === 'staff') ? 'inboxOfStaff' : 'inbox'} />
        )}
      </View>
      {unsatisfied && (
        <UnsatisfiedSheet
          view={unsatisfied}
          onClose={closeUnsatisfied}
          onDone={(sentence) => {
            closeUnsatisfied()
            toast(sentence)
            look()
          }}
          onRefused={(refused) => setWrong({ refused, again: reload })}
        />
      )}
      <RefusalSheet
        refused={wrong?.refused}
        onClose={() => setWrong(undefined)}
        {...(wrong && isLost(wrong.refused) && { again: { text: '再试一次', onTap: wrong.again } })}
      />
    </Page>
  )
}
