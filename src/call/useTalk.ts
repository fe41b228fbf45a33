import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { limits } from '../../domain/appeal/limits'
import { toast } from '../ui/toast'
import type { Recorder, Spoken } from './recorder'
import { asRefused, type Refused } from './refused'
import { startRecorder } from './voice'

export interface Talk {
  /** How long it has been listening; undefined while it does not. */
  seconds: number | undefined
  refused: Refused | undefined
  dismiss: () => void
  start: () => void
  finish: () => void
  cancel: () => void
}

/** One recording at a time; what was said is kept on the phone before anybody is told of it. */
export function useTalk(onSpoken: (spoken: Spoken) => void): Talk {
  const [seconds, setSeconds] = useState<number>()
  const [refused, setRefused] = useState<Refused>()
  const recorder = useRef<Recorder>()
  /** Between the touch and the microphone's consent. */
  const asking = useRef<{ letGo: boolean }>()
  const tell = useRef(onSpoken)
  tell.current = onSpoken

  const start = useCallback(async () => {
    if (recorder.current || asking.current) return
    const asked = { letGo: false }
    asking.current = asked
    let ticking: ReturnType<typeof setInterval> | undefined
    try {
      const running = await startRecorder(limits.voice)
      asking.current = undefined
      recorder.current = running
      const begun = Date.now()
      setSeconds(0)
      ticking = setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 500)
      if (asked.letGo) running.cancel()
      const said = await running.said
      if (asked.letGo) toast('可以说了，再按一次')
      else if (said === 'short') toast('太短了，多说一句')
      else if (said !== 'calledOff') tell.current(said)
    } catch (thrown) {
      setRefused(asRefused(thrown))
    } finally {
      clearInterval(ticking)
      asking.current = undefined
      recorder.current = undefined
      setSeconds(undefined)
    }
  }, [])

  const end = useCallback((how: 'finish' | 'cancel') => {
    if (asking.current) asking.current.letGo = true
    recorder.current?.[how]()
  }, [])
  const finish = useCallback(() => end('finish'), [end])
  const cancel = useCallback(() => end('cancel'), [end])

  // Whoever leaves the page has said what they said.
  useDidHide(finish)
  useEffect(() => finish, [finish])

  return { seconds, refused, dismiss: () => setRefused(undefined), start, finish, cancel }
}
