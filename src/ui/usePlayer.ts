import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toast } from './toast'

/** Only one voice is heard at a time. */
let hush: (() => void) | undefined

/** Plays a recording; `at` is where it stands in whole seconds, undefined while it is silent. */
export function usePlayer(url: string | undefined): { at: number | undefined; toggle: () => void } {
  const [at, setAt] = useState<number>()
  const player = useRef<Taro.InnerAudioContext>()

  const stop = useCallback(() => {
    const playing = player.current
    player.current = undefined
    if (!playing) return
    playing.destroy()
    setAt(undefined)
  }, [])

  const play = useCallback(() => {
    if (!url) return toast('这段录音取不到了')
    hush?.()
    hush = stop
    // An iPhone on silent would play nothing.
    if (process.env.TARO_ENV === 'weapp') Taro.setInnerAudioOption({ obeyMuteSwitch: false })
    const audio = Taro.createInnerAudioContext()
    player.current = audio
    audio.src = url
    audio.onTimeUpdate(() => player.current === audio && setAt(Math.floor(audio.currentTime)))
    audio.onEnded(stop)
    audio.onError(() => {
      if (player.current !== audio) return
      stop()
      toast('没放出来，再点一次')
    })
    audio.play()
    setAt(0)
  }, [url, stop])

  useEffect(() => stop, [stop])
  return { at, toggle: () => (player.current ? stop() : play()) }
}
