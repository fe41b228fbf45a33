import { View } from '@tarojs/components'
import { limits } from '../../domain/appeal/limits'
import { HoldToTalk } from '../ui/HoldToTalk'
import { VoiceBar } from '../ui/VoiceBar'
import { RefusalSheet } from './RefusalSheet'
import type { Spoken } from './recorder'
import './Talking.scss'
import { dropSent } from './uploads'
import { useKeptUrl } from './useKeptUrl'
import { useTalk } from './useTalk'
import { openMicrophoneSetting } from './voice'

interface Props {
  voice: Spoken | undefined
  onChange: (voice: Spoken | undefined) => void
  /** Under the button while nothing was said yet. */
  hint?: string
}

/** Speaking instead of typing: record, hear it, take it away, say it again. */
export function Talking({ voice, onChange, hint }: Props) {
  const url = useKeptUrl(voice?.name)
  const become = (next: Spoken | undefined) => {
    onChange(next)
    if (voice) dropSent(voice.name)
  }
  const talk = useTalk(become)
  return (
    <View className="talking">
      <View className="talking-line">
        {voice && talk.seconds === undefined && (
          <View className="talking-voice">
            <VoiceBar key={voice.name} url={url} seconds={voice.seconds} onRemove={() => become(undefined)} />
          </View>
        )}
        <View className="talking-button">
          <HoldToTalk
            text={voice ? '重说' : '按住说话'}
            seconds={talk.seconds}
            limit={limits.voice}
            onStart={talk.start}
            onFinish={talk.finish}
            onCancel={talk.cancel}
          />
        </View>
      </View>
      {hint && !voice && <View className="hint talking-hint">{hint}</View>}
      <RefusalSheet
        refused={talk.refused}
        onClose={talk.dismiss}
        {...(talk.refused?.code === 'MICROPHONE_OFF' && openMicrophoneSetting
          ? { again: { text: '去打开', onTap: openMicrophoneSetting } }
          : {})}
      />
    </View>
  )
}
