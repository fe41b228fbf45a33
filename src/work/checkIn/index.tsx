import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { granted } from '../../../domain/permission'
import { type Promised, timesOf } from '../../../domain/task/times'
import { isLost } from '../../appeal/useStep'
import { moment } from '../../appeal/words'
import { splitSentence } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { type Reading, useRead } from '../../call/useRead'
import { windowWords } from '../../task/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { Came } from './Came'
import { CodeCard } from './CodeCard'
import { HelpSheet } from './HelpSheet'
import './index.scss'
import { shownAt, skewOf } from './shown'
import { useSeconds } from './useSeconds'

/** Who has come is asked for so often; the codes of ten minutes come with it. */
const lookAgain = 15_000

/** 亮码签到: the code changes by itself, with or without a signal; below it who has come. */
export default function CheckIn() {
  const { id = '' } = useRouter().params
  const { hat, hats, reading: me } = useHats()
  const reading = useRead('task.codes', hat && { id }, hat?.id)
  const { data, seen, refused, reload } = reading
  const [helping, setHelping] = useState(false)
  const now = useSeconds()
  const cameAt = useCameAt(reading)
  useDidShow(() => stayAwake(true))
  useDidHide(() => stayAwake(false))
  useEffect(() => () => stayAwake(false), [])
  useEffect(() => {
    const timer = setInterval(reload, lookAgain)
    return () => clearInterval(timer)
  }, [reload])
  usePull(reload)
  if (!hat)
    return (
      <NoHat
        title="亮码签到"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const task = data ?? (refused && isLost(refused) ? seen?.data : undefined)
  const shown = task && shownAt(task.codes, now + skewOf(task.codes, cameAt ?? now))
  const finish = () =>
    granted('task.toVerify', hat.role, ['organisation'])
      ? Taro.redirectTo({ url: '/work/verify/index' })
      : Taro.redirectTo({ url: `/work/task/index?id=${id}` })
  return (
    <Page
      title="亮码签到"
      tone="staff"
      behind={`/work/task/index?id=${id}`}
      foot={
        task && (
          <ActionBar
            secondary={<Button look="secondary" text="帮人登记" onTap={() => setHelping(true)} />}
            main={
              <Button
                text={granted('task.toVerify', hat.role, ['organisation']) ? '结束，去验收' : '结束'}
                onTap={finish}
              />
            }
          />
        )
      }
    >
      <View className="side check-in">
        {refused && !task && isLost(refused) && <Unread refused={refused} at={undefined} onAgain={reload} />}
        {refused && !isLost(refused) && <Failure icon="lock" {...splitSentence(refused.message)} />}
        {!task && !refused && <LoadingCard rows={3} />}
        {task && (
          <>
            <View>
              <View className="heading said">{task.title}</View>
              <View className="meta">
                {windowWords(task, now)} · {task.place}
              </View>
            </View>
            <CodeCard shown={shown} note={noteAt(task, now)} />
            {refused && <View className="meta">没信号，码照样能扫。谁到了，有信号了再更新。</View>}
            <Came claims={task.claims} places={task.places} />
          </>
        )}
      </View>
      {task && helping && (
        <HelpSheet
          id={id}
          hat={hat.id}
          claims={task.claims}
          onClose={() => setHelping(false)}
          onDone={reload}
        />
      )}
    </Page>
  )
}

function noteAt(task: Promised & { from: number; to: number }, now: number): string | undefined {
  const { early, noShowAfter } = timesOf(task)
  const opens = task.from - early
  if (now < opens) return `${moment(opens, now)} 起才能签到`
  return now > task.to + noShowAfter ? '过了时间，签不上了' : undefined
}

/** When what is shown came, by the phone's clock. */
function useCameAt({ data, seen }: Reading<'task.codes'>): number | undefined {
  const [came, setCame] = useState<{ data: object; at: number }>()
  if (data && came?.data !== data) setCame({ data, at: Date.now() })
  return data ? came?.at : seen?.at
}

// A phone that can't be kept awake is no reason to complain: a tap wakes it.
const stayAwake = (on: boolean) => void Taro.setKeepScreenOn({ keepScreenOn: on }).catch(() => {})
