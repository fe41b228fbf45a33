import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { moment } from '../../appeal/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Empty, Failure, LoadingCard, Notice } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { useHats } from '../useHats'
import { nextOf, urgentOf } from './groups'
import './index.scss'
import { Rows } from './Rows'
import { UrgentStrip } from './UrgentStrip'
import { useWork, type Work, type WorkFilter } from './useWork'
import { openAppeal } from './WorkRow'

const filterNames: Record<WorkFilter, string> = {
  all: '全部',
  late: '超时',
  today: '今天到期',
  toAccept: '待接单',
  done: '已办',
}
const nothing: Record<WorkFilter, string> = {
  all: '没有等着办的',
  late: '没有超时的',
  today: '今天没有到期的',
  toAccept: '没有等着接的',
  done: '还没有办完的',
}

/** What waits at the organisation whose hat is worn, what is late on top. */
export default function WorkList() {
  const { hat, hats, wear, reading: me } = useHats()
  const [filter, setFilter] = useState<WorkFilter>('all')
  const work = useWork(filter, hat?.id)
  const now = useNow()
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) work.reload()
    shown.current = true
  })
  useReachBottom(work.loadMore)
  usePullDownRefresh(async () => {
    await Promise.all([me.reload(), work.reload()])
    Taro.stopPullDownRefresh()
  })

  if (!hat) return <NoHat known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />

  const refused = work.data ? undefined : work.refused
  const kept = refused && work.seen
  const rows = work.rows ?? kept?.data.rows
  const counts = work.counts ?? kept?.data.counts
  const urgent = urgentOf(filter === 'all' ? (rows ?? []) : work.first)
  return (
    <Page
      title="诉求"
      tone="staff"
      foot={
        refused && !kept ? (
          <ActionBar
            main={<Button icon="refresh-cw" text="再试一次" busy={work.loading} onTap={work.reload} />}
          />
        ) : (
          <GoOn work={work} filter={filter} />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      {urgent && <UrgentStrip appeal={urgent} now={now} />}
      <View className="work-filters">
        <Chips
          label="看哪些"
          chosen={filter}
          onChoose={setFilter}
          options={(Object.keys(filterNames) as WorkFilter[]).map((name) => ({
            name,
            text: `${filterNames[name]}${counts && name !== 'done' ? ` ${counts[name]}` : ''}`,
          }))}
        />
      </View>
      <View className="side work-list">
        {kept && (
          <Notice
            icon={refused.code === 'OFFLINE' ? 'wifi-off' : 'cloud-off'}
            title="没连上，先给您看存的"
            words={`${moment(kept.at, now)} 存的，有信号了会自己更新。`}
          />
        )}
        {refused && !kept && (
          <Failure
            title="没连上，不是您的问题"
            words="单子都在，一件没丢。有信号了会自己更新。"
            number={refused.number}
          />
        )}
        {!rows && !refused && <LoadingCard rows={4} />}
        {!rows && work.slow && <View className="meta work-end">信号不太好，还在取</View>}
        {rows?.length === 0 && (
          <Card>
            <Empty title={nothing[filter]} words="有派来的，就出现在这里。" />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <>
            <Rows
              rows={rows}
              filter={filter}
              counts={counts}
              organisation={hat.organisation.name}
              now={now}
            />
            {work.data && <End work={work} />}
          </>
        )}
      </View>
    </Page>
  )
}

/** The one main button: the first that waits to be taken, else the first that is due. */
function GoOn({ work, filter }: { work: Work; filter: WorkFilter }) {
  const next = nextOf(work.first.length > 0 ? work.first : filter === 'done' ? [] : (work.rows ?? []))
  if (!next) return null
  const waiting = work.counts?.toAccept ?? 0
  return (
    <ActionBar
      main={
        <Button
          text={waiting > 0 ? `接着办：${waiting} 件待接单` : '接着办：最先到期的'}
          iconAfter="arrow-right"
          onTap={() => openAppeal(next.id)}
        />
      }
    />
  )
}

function End({ work: { later, loadMore } }: { work: Work }) {
  return (
    <View className="meta work-end">
      {later.refused ? (
        <Button look="text" icon="refresh-cw" text="没接着取到，再试一次" onTap={loadMore} />
      ) : later.more ? (
        '正在接着取'
      ) : (
        '就这些'
      )}
    </View>
  )
}

function NoHat({ known, lost, onAgain }: { known: boolean; lost: boolean; onAgain: () => void }) {
  const main = known ? (
    <Button text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />
  ) : (
    lost && <Button icon="refresh-cw" text="再试一次" onTap={onAgain} />
  )
  return (
    <Page title="诉求" tone="staff" foot={main && <ActionBar main={main} />}>
      {known ? (
        <Failure icon="id-card" title="您还没有工作身份" words="请单位的管理员给您加上，加上了就能办。" />
      ) : lost ? (
        <Failure title="没连上，不是您的问题" words="单子都在，一件没丢。" />
      ) : (
        <View className="side work-list">
          <LoadingCard rows={4} />
        </View>
      )}
    </Page>
  )
}
