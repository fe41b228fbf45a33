import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { Tap } from './Tap'
import { usePlayer } from './usePlayer'
import './VoiceBar.scss'

interface Props {
  /** Where it plays from; undefined while that is looked up. */
  url: string | undefined
  seconds: number
  /** Without it the recording can only be heard. */
  onRemove?: () => void
}

/** A recording: play and pause, how long it is, how much is left. */
export function VoiceBar({ url, seconds, onRemove }: Props) {
  const { at, toggle } = usePlayer(url)
  const playing = at !== undefined
  const heard = playing ? ((at + 1) / seconds) * waves.length : 0
  return (
    <View className="voice-bar">
      <Tap className="voice-bar-play" label={playing ? '停下' : `听录音，${seconds} 秒`} onTap={toggle}>
        <Icon name={playing ? 'pause' : 'play'} />
        <View className="strong voice-bar-seconds">{playing ? Math.max(0, seconds - at) : seconds} 秒</View>
        <View className="voice-bar-waves">
          {waves.map((height, index) => (
            <View
              key={index}
              className={`voice-bar-wave ${index < heard ? 'voice-bar-heard' : ''}`}
              style={{ height: `${height}px` }}
            />
          ))}
        </View>
      </Tap>
      {onRemove && (
        <Tap className="voice-bar-remove" label="去掉录音" onTap={onRemove}>
          <Icon name="x" />
        </Tap>
      )}
    </View>
  )
}

const waves = [6, 12, 18, 10, 22, 14, 24, 12, 18, 8, 20, 14, 8]
