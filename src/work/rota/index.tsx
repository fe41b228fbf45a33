import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { granted } from '../../../domain/permission'
import { AgainBar, OldCopy } from '../../appeal/OldCopy'
import { isLost } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import { splitSentence } from '../../call/refused'
import { useReturn } from '../../call/useFreshness'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Empty, Failure, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { Asked } from './Asked'
import { Days } from './Days'
import { HandOverSheet } from './HandOverSheet'
import './index.scss'
import { Notes } from './Notes'
import { OnDuty } from './OnDuty'
import { PlanSheet } from './plan/PlanSheet'
import { RotaFoot } from './RotaFoot'
import { SwapSheet } from './SwapSheet'
import { useRota } from './useRota'

/** 值班表: who is on duty, two weeks by day, what is missing; hand over, swap, plan. */
export default function Rota() {
  const { hat, hats, wear, reading: me } = useHats()
  const rota = useRota(hat)
  const now = useNow()
  useReturn(rota.reading.reload)
  usePullDownRefresh(async () => {
    await Promise.all([me.reload(), rota.reading.reload()])
    Taro.stopPullDownRefresh()
  })

  if (!hat)
    return (
      <NoHat title="值班表" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )

  const { data, refused, seen, slow, loading, reload } = rota.reading
  const kept = data || !refused || !isLost(refused) ? undefined : seen
  const view = data ?? kept?.data
  const mayPlan = granted('duty.plan', hat.role, ['organisation'])
  const { sheet, close } = rota
  const again = rota.moved?.again && { text: '再试一次', onTap: rota.moved.again }
  return (
    <Page
      title="值班表"
      tone="staff"
      behind="/work/bench/index"
      foot={
        data ? (
          <RotaFoot
            mayHandOver={data.toHandOver !== undefined}
            mayPlan={mayPlan}
            planned={data.weekly.length > 0}
            onHandOver={() => rota.open({ name: 'handOver' })}
            onPlan={() => rota.open({ name: 'plan' })}
          />
        ) : (
          refused && isLost(refused) && <AgainBar main={!kept} loading={loading} onAgain={reload} />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side rota">
        {view && <OldCopy refused={refused} keptAt={kept?.at} now={now} />}
        {!view && !refused && <LoadingCard rows={4} />}
        {!view && slow && <View className="meta rota-slow">信号不太好，还在取</View>}
        {!view && refused && (
          <Failure
            {...(isLost(refused)
              ? { title: '没连上，不是您的问题', words: '值班表还在，一个班没少。有信号了会自己更新。' }
              : { ...splitSentence(refused.message), icon: 'lock' as const })}
            number={refused.number}
          />
        )}
        {view && view.weekly.length === 0 && (
          <Card>
            <Empty
              title="还没排值班"
              words={
                mayPlan
                  ? '点“排班”，选周几、几点到几点、谁值，每周照着来。'
                  : '请书记或管理员排一排，排好了这里就有。'
              }
            />
          </Card>
        )}
        {view && (view.weekly.length > 0 || view.gaps.length > 0) && (
          <>
            {view.swaps
              .filter(({ mine }) => !mine)
              .map((swap) => (
                <Asked
                  key={swap.id}
                  swap={swap}
                  now={now}
                  busy={rota.busy || !data}
                  onAnswer={(agrees) =>
                    rota.answerSwap(
                      { swapId: swap.id, agrees },
                      agrees ? '这个班归您了' : `跟${swap.name}说了，您替不了`,
                    )
                  }
                />
              ))}
            <OnDuty rota={view} now={now} />
            <Notes notes={view.notes} now={now} />
            <Days rota={view} now={now} onShift={(shift) => data && rota.open({ name: 'swap', shift })} />
          </>
        )}
      </View>
      {sheet?.name === 'handOver' && (
        <HandOverSheet
          hat={hat.id}
          shift={data?.toHandOver ?? ''}
          onClose={close}
          onDone={() => rota.done('留好了，下一班看得到')}
          onRefused={rota.onRefused}
        />
      )}
      {sheet?.name === 'swap' && view && (
        <SwapSheet
          shift={sheet.shift}
          swap={view.swaps.find(
            ({ mine, day, slotId }) => mine && day === sheet.shift.day && slotId === sheet.shift.slotId,
          )}
          hat={hat.id}
          now={now}
          busy={rota.busy}
          onAsk={(toId) =>
            rota.askSwap({ day: sheet.shift.day, slotId: sheet.shift.slotId, toId }, '问过了，对方点头才算换')
          }
          onTakeBack={({ id }) => rota.takeBackSwap({ swapId: id }, '收回了，还是您的班')}
          onClose={close}
        />
      )}
      {sheet?.name === 'plan' && data && (
        <PlanSheet
          rota={data}
          hat={hat.id}
          onClose={() => {
            close()
            // Somebody else may have planned meanwhile.
            reload()
          }}
          onDone={() => rota.done('存好了，每周照排')}
        />
      )}
      <RefusalSheet refused={rota.moved?.refused} onClose={rota.forget} {...(again && { again })} />
    </Page>
  )
}
