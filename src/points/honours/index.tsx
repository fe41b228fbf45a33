import { View } from '@tarojs/components'
import Taro, { useDidShow, useReachBottom, useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Output } from '../../../domain/contract'
import { honourKinds } from '../../../domain/honour/kinds'
import { date } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Segments } from '../../ui/Segments'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HonourBadge } from '../HonourBadge'
import './index.scss'

type Tab = 'awarded' | 'notice' | 'mine'
const tabs: readonly { name: Tab; text: string }[] = [
  { name: 'awarded', text: '已授予' },
  { name: 'notice', text: '公示中' },
  { name: 'mine', text: '我的' },
]
const nothing: Record<Tab, readonly [title: string, words: string]> = {
  awarded: ['还没有人上榜', '做得多、办得成的小哥，由书记提名，公示了就在这里。'],
  notice: ['没有在公示的', '公示五个工作日，有话都可以说。'],
  mine: ['还没有荣誉', '多做一件，多管一件，书记看得到。'],
}

/** 荣誉榜: who has been honoured, who is in notice, and what I was nominated for. */
export default function Honours() {
  const { of } = useRouter().params
  const [tab, setTab] = useState<Tab>(tabs.find(({ name }) => name === of)?.name ?? 'awarded')
  const everybody = usePages('honour.public', tab === 'mine' ? undefined : { state: tab })
  const own = usePages('honour.mine', tab === 'mine' ? {} : undefined)
  const pages = tab === 'mine' ? own : everybody
  const now = useNow()
  const visited = useRef(false)
  useDidShow(() => {
    if (visited.current) pages.reload()
    visited.current = true
  })
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  const { rows, refused, seen, reload } = pages
  const [title, words] = nothing[tab]
  return (
    <Page title="荣誉榜" behind="/points/index/index">
      <View className="side honours">
        <Segments options={tabs} chosen={tab} onChoose={setTab} label="看哪些" />
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title={title} words={words} />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((row) => (
              <Row
                key={row.id}
                quiet
                badges={<HonourBadge state={row.state} />}
                due={dueWords(row, now)}
                title={`${row.name} · ${honourKinds[row.kind].name}`}
                meta={`${row.place} · ${row.reason}`}
                onTap={() => Taro.navigateTo({ url: `/points/honour/index?id=${row.id}` })}
              />
            ))}
          </Card>
        )}
        {tab === 'mine' ? <PageEnd pages={own} /> : <PageEnd pages={everybody} />}
      </View>
    </Page>
  )
}

const dueWords = ({ state, at, noticeEnds }: Output<'honour.public'>['rows'][number], now: number): string =>
  state === 'notice' ? `公示到 ${date(noticeEnds, now)}` : date(at, now)
