import { View } from '@tarojs/components'
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { type Period, periodNames, periods } from '../../../domain/points/ranking/periods'
import { PageEnd } from '../../call/PageEnd'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Segments } from '../../ui/Segments'
import { Empty, LoadingCard } from '../../ui/States'
import { ShowToggle } from '../ShowToggle'
import './index.scss'
import { RankRow } from './RankRow'
import { type Board, ownWords, placed } from './standing'

const scopes = [
  { name: 'community', text: '社区' },
  { name: 'district', text: '区' },
  { name: 'team', text: '队' },
] as const
type Scope = (typeof scopes)[number]['name']
const spans = periods.map((name) => ({ name, text: periodNames[name] }))
const nobodyYet: Record<Scope, string> = {
  community: '先去社区报到，就能看到社区的榜。',
  district: '先去社区报到，就能看到全区的榜。',
  team: '加入志愿服务队以后，队里的榜在这里。找社区说一声就能加。',
}

/** 排行榜: who has done the most in my community, my district, my teams; my own line first. */
export default function Ranking() {
  const { of: asked, team } = useRouter().params
  const [scope, setScope] = useState<Scope>(asked === 'team' ? 'team' : 'community')
  const [period, setPeriod] = useState<Period>('month')
  const [teamId, setTeamId] = useState(team)
  const [wrong, setWrong] = useState<Refused>()
  const mine = useRead('ranking.mine', {})
  const known = mine.data ?? mine.seen?.data
  const boards = known?.boards.filter(({ of }) => of === scope) ?? []
  const board: Board | undefined = boards.find(({ id }) => id === teamId) ?? boards[0]
  const pages = usePages(
    'ranking.list',
    board && { of: scope, period, ...(scope === 'team' && { teamId: board.id }) },
  )
  const reload = () => Promise.all([mine.reload(), pages.reload()])
  const visited = useRef(false)
  useDidShow(() => {
    if (visited.current) reload()
    visited.current = true
  })
  useReachBottom(pages.loadMore)
  usePull(reload)
  const rows = pages.rows && placed(pages.rows)
  const refused = mine.refused ?? pages.refused
  return (
    <Page title="排行榜" behind="/points/index/index">
      <View className="side ranking">
        <Segments options={scopes} chosen={scope} onChoose={setScope} label="看哪里的" />
        {boards.length > 1 && board && (
          <Chips
            options={boards.map(({ id, name }) => ({ name: id, text: name }))}
            chosen={board.id}
            onChoose={setTeamId}
            label="看哪支队"
          />
        )}
        <Chips options={spans} chosen={period} onChoose={setPeriod} label="看多久的" />
        {refused && <Unread refused={refused} at={mine.seen?.at} onAgain={reload} />}
        {!known && !mine.refused && <LoadingCard rows={2} />}
        {known && !board && (
          <Card>
            <Empty title="还没有榜" words={nobodyYet[scope]} />
          </Card>
        )}
        {known && board && (
          <>
            <Card>
              <View className="ranking-own">
                <View>
                  <View className="meta">
                    {board.name} · {periodNames[period]}
                  </View>
                  <View className="big">我：{ownWords(board, period, known.shown, rows ?? [])}</View>
                </View>
                <Amount points={board.points[period]} />
              </View>
            </Card>
            {board.together && (
              <Heading text="队员" aside={`全队${periodNames[period]}一共 ${board.together[period]} 分`} />
            )}
            {!rows && !pages.refused && <LoadingCard rows={4} />}
            {rows?.length === 0 && (
              <Card>
                <Empty
                  title={`${periodNames[period]}还没有人上榜`}
                  words="做完一件，验收了，名字就在这里。"
                />
              </Card>
            )}
            {rows && rows.length > 0 && (
              <Card flush>
                {rows.map((row) => (
                  <RankRow key={row.id} row={row} />
                ))}
              </Card>
            )}
            <PageEnd pages={pages} />
          </>
        )}
        {known && <ShowToggle shown={known.shown} onDone={reload} onRefused={setWrong} />}
        <View className="hint">志愿积分和监督积分都算，分一样就并列。换东西、到期不影响名次。</View>
      </View>
      <RefusalSheet refused={wrong} onClose={() => setWrong(undefined)} />
    </Page>
  )
}
