import { type BaseEventOrig, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import './HoldToTalk.scss'
import { Icon } from './Icon'

interface Props {
  text: string
  /** How long it has been listening; undefined while it does not. */
  seconds: number | undefined
  /** Seconds after which it ends by itself. */
  limit: number
  onStart: () => void
  onFinish: () => void
  onCancel: () => void
}

/** A touch shorter than this is a tap: it goes on listening until the next one. Milliseconds. */
const tapTime = 400
/** From here on it says how many seconds are left. */
const nearEnd = 10
/** Sliding up this far calls it off. Pixels. */
const slide = 72

// Taro's types leave out what a touch brings.
interface Touched extends BaseEventOrig {
  touches?: readonly { clientY: number }[]
}
const heightOf = ({ touches }: Touched) => touches?.[0]?.clientY ?? 0

/** Hold, speak, let go; slide up to call it off. Who can't hold taps to begin and taps to end. */
export function HoldToTalk({ text, seconds, limit, onStart, onFinish, onCancel }: Props) {
  const touch = useRef<{ y: number; at: number; ends: boolean }>()
  const lastTouch = useRef(0)
  const [held, setHeld] = useState(false)
  const [away, setAway] = useState(false)
  const listening = seconds !== undefined
  const left = Math.max(0, limit - (seconds ?? 0))

  const begin = (event: Touched) => {
    touch.current = { y: heightOf(event), at: Date.now(), ends: listening }
    setHeld(!listening)
    setAway(false)
    if (!listening) onStart()
  }
  const move = (event: Touched) => {
    if (touch.current && !touch.current.ends) setAway(touch.current.y - heightOf(event) > slide)
  }
  const end = () => {
    const { at, ends } = touch.current ?? { at: 0, ends: false }
    touch.current = undefined
    lastTouch.current = Date.now()
    setHeld(false)
    setAway(false)
    if (away) onCancel()
    else if (ends || Date.now() - at >= tapTime) onFinish()
  }
  // A mouse, a keyboard or a screen reader only ever taps; after a touch the tap says nothing new.
  const tapped = () => {
    if (Date.now() - lastTouch.current < 700) return
    if (listening) onFinish()
    else onStart()
  }

  return (
    <>
      <View
        className={`talk ${listening ? 'talk-on' : ''}`}
        onTouchStart={begin}
        onTouchMove={move}
        onTouchEnd={end}
        onTouchCancel={end}
        onClick={tapped}
        catchMove
        {...{ role: 'button', 'aria-role': 'button', 'aria-label': listening ? '说完了' : text }}
      >
        <Icon name={!listening ? 'mic' : away ? 'x' : 'check'} />
        <View className="strong">
          {!listening ? text : away ? '不要了' : held ? '松开就录好' : '说完了，点这里'}
        </View>
      </View>
      {listening && (
        <View className={`talk-panel ${away ? 'talk-away' : ''}`} {...{ role: 'status' }}>
          <View className="talk-waves" aria-hidden="true">
            {waves.map((delay) => (
              <View key={delay} className="talk-wave" style={{ animationDelay: `${delay}ms` }} />
            ))}
          </View>
          <View className="big">{seconds} 秒</View>
          <View className="talk-words">
            {away ? '松开就不要了' : held && left > nearEnd ? '往上滑，不要了' : `还能说 ${left} 秒`}
          </View>
        </View>
      )}
    </>
  )
}

const waves = [0, 180, 360, 90, 270, 450, 135]
