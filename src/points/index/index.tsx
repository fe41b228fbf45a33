import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { date } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { byDay } from '../../notice/asking'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { EntryRow } from '../EntryRow'
import { dayWords, monthBefore, monthName, monthOf } from '../words'
import { Balance } from './Balance'
import './index.scss'

/** 我的积分: both buckets apart, what is promised and what expires, and a month's lines with their sums. */
export default function MyPoints() {
  const now = useNow()
  const [month, setMonth] = useState(() => monthOf(now))
  const mine = useRead('points.mine', {})
  const pages = usePages('points.statement', { month })
  const { rows } = pages
  const reload = () => Promise.all([mine.reload(), pages.reload()])
  useReturn(reload)
  useReachBottom(pages.loadMore)
  usePull(reload)
  const points = mine.data ?? mine.seen?.data
  const refused = mine.refused ?? pages.refused
  const days = byDay(rows ?? [], (at) => date(at, now))
  const rules = { link: '分怎么算', onLink: () => Taro.navigateTo({ url: '/points/rules/index' }) }
  return (
    <Page
      title="我的积分"
      behind="/me/index"
      foot={
        <ActionBar
          main={<Button text="去积分超市" onTap={() => Taro.navigateTo({ url: '/points/shop/index' })} />}
        />
      }
    >
      <View className="side points-parts">
        {refused && <Unread refused={refused} at={mine.seen?.at} onAgain={reload} />}
        {!points && !mine.refused && <LoadingCard rows={2} />}
        {points && <Balance points={points} now={now} />}
        <Card flush>
          <Row
            icon="users-round"
            title="排行榜"
            meta="社区、区、队里，这个月谁做得多"
            onTap={() => Taro.navigateTo({ url: '/points/ranking/index' })}
          />
          <Row
            icon="award"
            title="荣誉榜"
            meta="社区侠、最美骑手，谁评上了、谁在公示"
            onTap={() => Taro.navigateTo({ url: '/points/honours/index' })}
          />
        </Card>
        {rows?.length === 0 && (
          <>
            <Heading text={monthName(month, now)} {...rules} />
            <Card>
              <Empty title="这个月还没有" words="随手拍属实、任务验收了，分就记在这里，怎么算的都写明。" />
            </Card>
          </>
        )}
        {!rows && !pages.refused && <LoadingCard rows={3} />}
        {days.map(({ day, rows: lines }, index) => (
          <View key={day}>
            <Heading text={dayWords(day, lines)} {...(index === 0 && rules)} />
            <Card flush>
              {lines.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </Card>
          </View>
        ))}
        {pages.later.next !== undefined ? (
          <PageEnd pages={pages} />
        ) : (
          rows && (
            <Button
              look="text"
              icon="history"
              text={`看${monthName(monthBefore(month), now)}的`}
              onTap={() => setMonth(monthBefore(month))}
            />
          )
        )}
      </View>
    </Page>
  )
}
