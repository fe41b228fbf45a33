import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import type { Output } from '../../../domain/contract'
import { codeWords } from '../../../domain/filing/filing'
import { StateBadge, UrgentBadge } from '../../appeal/StateBadge'
import { moment } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { Helping } from '../bench/Helping'
import { NoHat } from '../NoHat'
import { copyClaim } from '../onBehalf/Filed'
import { useHats } from '../useHats'

/** 我代报的: how each stands, and the code of those that nobody has claimed. */
export default function FiledList() {
  const { hat, hats, reading: me } = useHats()
  const pages = usePages('filing.list', hat && {}, hat?.id)
  const now = useNow()
  useReturn(pages.reload)
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  if (!hat)
    return (
      <NoHat
        title="我代报的"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const { rows } = pages
  return (
    <Page
      title="我代报的"
      tone="staff"
      behind="/work/bench/index"
      foot={
        <ActionBar
          main={
            <Button
              icon="plus"
              text="代报一件"
              onTap={() => Taro.navigateTo({ url: '/work/onBehalf/index' })}
            />
          }
        />
      }
    >
      <View className="side" style={{ paddingTop: '12px', paddingBottom: '24px' }}>
        {pages.refused && <Unread refused={pages.refused} at={pages.seen?.at} onAgain={pages.reload} />}
        {!rows && !pages.refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="还没有代报过" words="热线里说的、会上提的，点下面替他报上。" />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((row) => (
              <FiledRow key={row.id} row={row} now={now} />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
        <View style={{ height: '12px' }} />
        <Helping hat={hat} />
      </View>
    </Page>
  )
}

function FiledRow({ row, now }: { row: Output<'filing.list'>['rows'][number]; now: number }) {
  const { id, title, placeName, state, urgency, createdAt, code } = row
  return (
    <>
      <Row
        title={title}
        meta={code ? `${placeName} · 还没认领，先由您答复` : `${placeName} · 本人认领了，由本人答复`}
        badges={
          <>
            {urgency === 'urgent' && <UrgentBadge />}
            <StateBadge state={state} />
          </>
        }
        due={moment(createdAt, now)}
        {...(code && { onTap: () => Taro.navigateTo({ url: `/appeal/detail/index?id=${id}` }) })}
      />
      {code && <Row title={`认领码 ${codeWords(code)}`} link="复制链接" onTap={() => copyClaim(code)} />}
    </>
  )
}
