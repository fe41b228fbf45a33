import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
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
  const decide = async (action: 'redemption.approve' | 'redemption.reject', words = '') => {
    const ids = chosen.chosen.map(({ id }) => id)
    const done =
      action === 'redemption.approve' ? await take(action, { ids }) : await take(action, { ids, words })
    if (isRefused(done)) return setWrong(done)
    if (!done) return
    const left = done.decided.filter((each) => each.refused !== undefined)
    const verb = action === 'redemption.approve' ? '批了' : '没批'
    toast(left[0]?.refused ?? `${verb} ${done.decided.length} 件，本人收到消息了`)
    chosen.clear()
    reload()
  }
  return (
    <Page
      title="兑换审批"
      tone="staff"
      behind="/work/bench/index"
      foot={
        <ApprovalFoot
          count={chosen.chosen.length}
          points={chosen.points}
          busy={busy}
          onReject={() => setSheet('reject')}
          onApprove={() => decide('redemption.approve')}
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
          count={chosen.chosen.length}
          onClose={() => setSheet(undefined)}
          onReject={(words) => {
            setSheet(undefined)
            decide('redemption.reject', words)
          }}
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
