import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { PageEnd } from '../../call/PageEnd'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Empty, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { ApprovalFoot } from './ApprovalFoot'
import { BudgetCard } from './BudgetCard'
import { BudgetSheet } from './BudgetSheet'
import './index.scss'
import { QueueHead } from './QueueHead'
import { QueueRow } from './QueueRow'
import { RejectSheet } from './RejectSheet'
import { useChosen } from './useChosen'

/** 兑换审批: what waits with each person's history, the budget before and after, several at once. */
export default function Approvals() {
  const { hat, hats, wear, reading: me } = useHats()
  const pages = usePages('redemption.queue', hat && {}, hat?.id)
  const { data, rows = [], refused, seen, reload } = pages
  const budget = data?.budget ?? seen?.data.budget
  const chosen = useChosen(rows, budget ? budget.limit - budget.spent : 0)
  const { busy, take } = useStep(hat?.id)
  const [sheet, setSheet] = useState<'reject' | 'budget'>()
  const [wrong, setWrong] = useState<Refused>()
  useReturn(reload)
  useReachBottom(pages.loadMore)
  usePull(reload)
  if (!hat)
    return (
      <NoHat
        title="兑换审批"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const ids = chosen.chosen.map(({ id }) => id)
  const onDecided = (
    verb: '批了' | '没批',
    { decided }: Output<'redemption.approve' | 'redemption.reject'>,
  ) => {
    const left = decided.filter((each) => each.refused !== undefined)
    toast(left[0]?.refused ?? `${verb} ${decided.length} 件，本人收到消息了`)
    setSheet(undefined)
    chosen.clear()
    reload()
  }
  const approve = async () => {
    const done = await take('redemption.approve', { ids })
    if (isRefused(done)) setWrong(done)
    else if (done) onDecided('批了', done)
  }
  return (
    <Page
      title="兑换审批"
      tone="staff"
      behind="/work/bench/index"
      foot={
        <ApprovalFoot
          count={ids.length}
          points={chosen.points}
          busy={busy}
          onReject={() => setSheet('reject')}
          onApprove={approve}
        />
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side approvals">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!budget && !refused && <LoadingCard rows={3} />}
        {budget && <BudgetCard budget={budget} chosen={chosen.points} onChange={() => setSheet('budget')} />}
        {budget && rows.length === 0 && (
          <Card>
            <Empty title="没有等着批的" words="有人换东西，就出现在这里。" />
          </Card>
        )}
        {rows.length > 0 && (
          <>
            <QueueHead count={rows.length} all={chosen.all} onAll={chosen.chooseAll} />
            <Card flush>
              {rows.map((row) => (
                <QueueRow
                  key={row.id}
                  row={row}
                  chosen={chosen.isChosen(row.id)}
                  own={hat.organisation.name}
                  onToggle={() => chosen.toggle(row.id)}
                />
              ))}
            </Card>
          </>
        )}
        <PageEnd pages={pages} />
      </View>
      {sheet === 'reject' && (
        <RejectSheet
          ids={ids}
          hat={hat.id}
          onClose={() => setSheet(undefined)}
          onDone={(done) => onDecided('没批', done)}
        />
      )}
      {sheet === 'budget' && budget && (
        <BudgetSheet
          budget={budget}
          hat={hat.id}
          onClose={() => setSheet(undefined)}
          onDone={() => {
            setSheet(undefined)
            reload()
          }}
          onRefused={setWrong}
        />
      )}
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          if (wrong && !isLost(wrong)) reload()
        }}
      />
    </Page>
  )
}
