import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { ReviewRow } from '../../../domain/contract'
import type { Judged } from '../../../domain/points/review/review'
import { PageEnd } from '../../call/PageEnd'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Segments } from '../../ui/Segments'
import { Empty, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import './index.scss'
import { JudgeSheet } from './JudgeSheet'
import { ReviewCard } from './ReviewCard'

const lists = [
  { name: 'waiting', text: '待核对' },
  { name: 'appealed', text: '申诉的' },
] as const satisfies { name: Judged; text: string }[]

const empty: Record<Judged, readonly [title: string, words: string]> = {
  waiting: ['没有要核对的', '拿不准的积分会先停在这里，看一眼再发。'],
  appealed: ['没有申诉的', '本人不认同，就换一位在这里再看一次。'],
}

/** 积分核对: what waits for a person, with why and the photos; 照发, 不发 with a reason. */
export default function Reviews() {
  const { hat, hats, wear, reading: me } = useHats()
  const [of, setOf] = useState<Judged>('waiting')
  const pages = usePages('pointsReview.queue', hat && { of }, hat?.id)
  const { rows, refused, seen, reload } = pages
  const [judging, setJudging] = useState<{ row: ReviewRow; pays: boolean }>()
  const [wrong, setWrong] = useState<Refused>()
  const now = useNow()
  useReturn(reload)
  useReachBottom(pages.loadMore)
  usePull(reload)
  if (!hat)
    return (
      <NoHat
        title="积分核对"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const onJudged = ({ row, pays }: { row: ReviewRow; pays: boolean }) => {
    setJudging(undefined)
    toast(pays ? `发了 ${row.points} 分，告诉本人了` : '没发，原因告诉本人了')
    reload()
  }
  const [title, words] = empty[of]
  return (
    <Page title="积分核对" tone="staff" behind="/work/bench/index">
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side reviews">
        <Segments label="看哪些" options={lists} chosen={of} onChoose={setOf} />
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title={title} words={words} />
          </Card>
        )}
        {rows?.map((row) => (
          <ReviewCard
            key={row.id}
            row={row}
            own={hat.organisation.name}
            now={now}
            onJudge={(pays) => setJudging({ row, pays })}
          />
        ))}
        {rows && rows.length > 0 && <PageEnd pages={pages} />}
      </View>
      {judging && (
        <JudgeSheet
          key={judging.row.id}
          row={judging.row}
          pays={judging.pays}
          hat={hat.id}
          onClose={() => setJudging(undefined)}
          onDone={() => onJudged(judging)}
          onRefused={setWrong}
        />
      )}
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          reload()
        }}
      />
    </Page>
  )
}
