import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { TaskView } from '../../../domain/contract'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { clock } from '../../appeal/words'
import type { Refused } from '../../call/refused'
import { toast } from '../../ui/toast'
import { dayWords } from '../words'

interface Again {
  text: string
  onTap: () => void
}

export interface Taking {
  busy: boolean
  claim: () => void
  wait: () => void
  release: () => Promise<void>
  register: () => void
  /** Of a muster: 不来. */
  decline: () => Promise<void>
  /** The page is shown again: whoever has registered meanwhile keeps the place that was held. */
  comeBack: () => void
  refused: Refused | undefined
  dismiss: () => void
  /** What helps against the refusal. */
  again: Again | undefined
}

/** 认领, 候补, 退掉: each by one tap, and at once it is said what came of it. */
export function useTaking(view: TaskView | undefined, reload: () => Promise<void>): Taking {
  const { busy, take } = useStep()
  const [wrong, setWrong] = useState<{ refused: Refused; again?: Again }>()
  const registering = useRef(false)
  const id = view?.id ?? ''

  const fail = (refused: Refused, again: () => void) =>
    setWrong({
      refused,
      ...(refused.code === 'TASK_FULL' && { again: { text: '排上候补', onTap: wait } }),
      ...(isLost(refused) && { again: { text: '再试一次', onTap: again } }),
    })
  const register = () => {
    registering.current = true
    const community = view ? `?community=${view.organisation.id}` : ''
    Taro.navigateTo({ url: `/account/register/index${community}` })
  }
  const claim = async () => {
    const taken = await take('task.claim', { id })
    if (!taken) return
    if (isRefused(taken)) fail(taken, claim)
    else if (taken.state === 'held') toast(`给您留到 ${clock(taken.until ?? Date.now())}，报到就是您的`)
    else if (view) toast(`领到了，${dayWords(view.from, Date.now())} ${clock(view.from)} 见`)
    await reload()
  }
  const wait = async () => {
    const waits = await take('task.wait', { id })
    if (!waits) return
    // A place has come free meanwhile: it is taken instead.
    if (isRefused(waits) && waits.code === 'TASK_STALE') return claim()
    if (isRefused(waits)) fail(waits, wait)
    else toast(`排在第 ${waits.position} 位，空出来就告诉您`)
    await reload()
  }
  const release = async () => {
    const released = await take('task.release', { id })
    if (!released) return
    if (isRefused(released)) fail(released, release)
    else toast(released.late ? '退掉了，这回记了一回没来' : '退掉了，不影响您')
    await reload()
  }
  const decline = async () => {
    const declined = await take('task.decline', { id })
    if (!declined) return
    if (isRefused(declined)) fail(declined, decline)
    else toast('知道了，您忙您的')
    await reload()
  }
  const comeBack = async () => {
    if (registering.current && view?.claim?.state === 'held') {
      registering.current = false
      await claim()
    } else await reload()
  }
  return {
    busy,
    claim,
    wait,
    release,
    register,
    decline,
    comeBack,
    refused: wrong?.refused,
    dismiss: () => setWrong(undefined),
    again: wrong?.again,
  }
}
