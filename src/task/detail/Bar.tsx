import type { TaskView } from '../../../domain/contract'
import { settingOf } from '../../../domain/settings/settings'
import { clock, moment, span } from '../../appeal/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { releaseCosts, type Standing } from '../standing'

export type BarAction = 'claim' | 'wait' | 'register' | 'release' | 'proof' | 'decline'

interface Props {
  view: TaskView
  standing: Standing
  now: number
  busy: boolean
  onTap: (action: BarAction) => void
}

interface Face {
  main?: readonly [text: string, action: BarAction]
  /** Above the buttons: where they stand. */
  reason?: string
  /** Below: what follows. */
  consequence?: string
  /** What giving up is called here. */
  out?: string
}

/** The one thing to do now, and below it what follows. */
export function Bar({ view, standing, now, busy, onTap }: Props) {
  const { main, reason, consequence, out } = faceOf(view, standing, now)
  const leaves = out !== undefined && (view.queue || releaseCosts(view, now) !== undefined)
  const asks = view.muster && standing.is === 'free'
  if (!main && !reason && !leaves) return null
  return (
    <ActionBar
      {...(reason !== undefined && { reason })}
      {...(leaves && {
        secondary: <Button look="secondary" text={out} busy={busy} onTap={() => onTap('release')} />,
      })}
      {...(asks && {
        secondary: <Button look="secondary" text="来不了" busy={busy} onTap={() => onTap('decline')} />,
      })}
      {...(main && { main: <Button text={main[0]} busy={busy} onTap={() => onTap(main[1])} /> })}
      {...(consequence !== undefined && { consequence })}
    />
  )
}

function faceOf(view: TaskView, standing: Standing, now: number): Face {
  switch (standing.is) {
    case 'cancelled':
      return { reason: '这个任务取消了，不影响您' }
    case 'over':
      return { reason: '已经结束了，去列表看看别的' }
    case 'free':
      return {
        main: [view.muster ? '我来，算我一个' : '认领一个名额', 'claim'],
        consequence: '点了马上告诉您有没有领到',
      }
    case 'full':
      return {
        main: ['排上候补', 'wait'],
        reason: '名额满了',
        consequence:
          view.waiting > 0 ? `前面有 ${view.waiting} 位，空出来就告诉您` : '您排第一，空出来就告诉您',
      }
    case 'waiting':
      return {
        reason: `您排第 ${standing.position} 位，空出来给您留 ${settingOf(view.terms, 'offerMinutes')} 分钟`,
        out: '不等了',
      }
    case 'offered':
      return {
        main: ['领下这个名额', 'claim'],
        out: '不要了',
        consequence: `给您留到 ${clock(standing.until)}，还剩 ${span(standing.until - now)}`,
      }
    case 'held':
      return {
        main: ['去报到，名额就是您的', 'register'],
        out: '不要了',
        consequence: `给您留到 ${clock(standing.until)}，报到一分钟就好`,
      }
    case 'ahead':
      return {
        reason: `${moment(standing.opens, now)} 起能${view.proof.length > 0 ? '签到' : '来'}`,
        out: '退掉',
      }
    case 'checkIn':
      return { main: ['签到', 'proof'], out: '退掉', consequence: '扫码、输码都行' }
    case 'handIn':
      return { main: ['拍照交上去', 'proof'], out: '退掉', consequence: '网格员看过就算数' }
    case 'come':
      return { reason: '都好了，等组织的人验收', out: '退掉' }
    case 'submitted':
      return { reason: '交上去了，网格员看过就告诉您' }
    case 'judged':
      return {}
    case 'missed':
      return { reason: '这回过去了，有话请找社区说' }
  }
}
