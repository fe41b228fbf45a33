import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Role } from '../../../domain/people/roles'
import { mayEver } from '../../../domain/permission'
import { OldCopy } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import { splitSentence } from '../../call/refused'
import { useReturn } from '../../call/useFreshness'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Empty, Failure, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { type Counts, figure } from '../figure'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { GoOn } from './GoOn'
import { urgentOf } from './groups'
import './index.scss'
import { Rows } from './Rows'
import { SearchLink } from './SearchLink'
import { UrgentStrip } from './UrgentStrip'
import { useWork, type Work, type WorkFilter } from './useWork'

const coming: Partial<Record<WorkFilter, string>> = {
  helping: '别的单位请您这边搭把手的',
  followUp: '办完了等本人说一声的',
}

const filterNames: Record<WorkFilter, string> = {
  all: '全部',
  late: '超时',
  today: '今天到期',
  toAccept: '待接单',
  mine: '我手上的',
  named: '派给我',
  helping: '协办中',
  followUp: '待回访',
  done: '已办',
}
const nothing: Record<WorkFilter, string> = {
  all: '没有等着办的',
  late: '没有超时的',
  today: '今天没有到期的',
  toAccept: '没有等着接的',
  mine: '您手上没有在办的',
  named: '没有点名给您的',
  helping: '没有在协办的',
  followUp: '没有等回访的',
  done: '还没有办完的',
}

const isCounted = (name: WorkFilter): name is keyof Omit<Counts, 'atLeast'> =>
  name === 'all' || name === 'late' || name === 'today' || name === 'toAccept'

/** Those who may never ask the person have nothing to ask about. */
const filtersOf = (role: Role): WorkFilter[] =>
  (Object.keys(filterNames) as WorkFilter[]).filter(
    (name) => name !== 'followUp' || mayEver('appeal.followUp', role),
  )

/** Of a list that nobody counts: as many as have been read, and whether that is all. */
const countOf = (rows: readonly unknown[], more: boolean): string => `${rows.length}${more ? '+' : ''}`

const isFilter = (name: string | undefined): name is WorkFilter =>
  name !== undefined && Object.keys(filterNames).includes(name)

/** What waits at the organisation whose hat is worn, what is late on top. */
export default function WorkList() {
  const { hat, hats, wear, reading: me } = useHats()
  const { filter: asked } = useRouter().params
  const [filter, setFilter] = useState<WorkFilter>(() => (isFilter(asked) ? asked : 'all'))
  const work = useWork(filter, hat?.id)
  const now = useNow()
  useReturn(work.reload)
  useReachBottom(work.loadMore)
  usePullDownRefresh(async () => {
    await Promise.all([me.reload(), work.reload()])
    Taro.stopPullDownRefresh()
  })

  if (!hat)
    return (
      <NoHat title="诉求" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )

  const refused = work.data ? undefined : work.refused
  const kept = refused && work.seen
  const { rows } = work
  const { counts } = work
  // These two filters would show it; under the others what the whole list said last holds.
  const telling = filter === 'all' || filter === 'toAccept' ? rows : undefined
  const urgent = urgentOf(telling ?? work.first)
  return (
    <Page
      title="诉求"
      tone="staff"
      behind="/work/bench/index"
      foot={
        refused && !kept ? (
          <ActionBar
            main={<Button icon="refresh-cw" text="再试一次" busy={work.loading} onTap={work.reload} />}
          />
        ) : (
          <GoOn work={work} filter={filter} onShowWaiting={() => setFilter('toAccept')} now={now} />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      {urgent && <UrgentStrip appeal={urgent} now={now} />}
      <View className="side work-search">
        <SearchLink />
      </View>
      <View className="work-filters">
        <Chips
          label="看哪些"
          chosen={filter}
          onChoose={setFilter}
          options={filtersOf(hat.role).map((name) => {
            const own = name === filter && rows ? countOf(rows, work.later.next !== undefined) : undefined
            const count = isCounted(name) ? counts && figure(counts, name) : own
            return { name, text: `${filterNames[name]}${count === undefined ? '' : ` ${count}`}` }
          })}
        />
      </View>
      <View className="side work-list">
        {(work.data || kept) && <OldCopy refused={work.refused} keptAt={kept?.at} now={now} />}
        {refused && !kept && (
          <Failure
            {...(isLost(refused)
              ? { title: '没连上，不是您的问题', words: '单子都在，一件没丢。有信号了会自己更新。' }
              : splitSentence(refused.message))}
            number={refused.number}
          />
        )}
        {!rows && !refused && <LoadingCard rows={4} />}
        {!rows && work.slow && <View className="meta work-end">信号不太好，还在取</View>}
        {rows?.length === 0 && (
          <Card>
            <Empty title={nothing[filter]} words={`${coming[filter] ?? '有派来的'}，就出现在这里。`} />
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

function End({ work: { later, loadMore } }: { work: Work }) {
  return (
    <View className="meta work-end">
      {later.refused ? (
        <Button look="text" icon="refresh-cw" text="没接着取到，再试一次" onTap={loadMore} />
      ) : later.next ? (
        '正在接着取'
      ) : (
        '就这些'
      )}
    </View>
  )
}
