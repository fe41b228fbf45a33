import { Image, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { Progress, Waiting } from '../call/outbox'
import { useKeptUrl } from '../call/useKeptUrl'
import { Badge } from '../ui/Badge'
import { Meter } from '../ui/Meter'
import './WaitingBody.scss'
import { letterTitle, waitingWords } from './waiting'

interface Props {
  entry: Waiting
  progress: Progress | undefined
  online: boolean
  now: number
}

/** One appeal of the outbox: its first photo, how it stands, what it is. Buttons stand below. */
export function WaitingBody({ entry, progress, online, now, children }: PropsWithChildren<Props>) {
  const { letter, standing, requestId } = entry
  const url = useKeptUrl(standing.is === 'sent' ? undefined : letter.photos[0])
  const { badge, due, meta } = waitingWords(entry, progress, online, now)
  const going = progress?.requestId === requestId
  return (
    <View className="waiting">
      {url && <Image className="waiting-photo" src={url} mode="aspectFill" />}
      <View className="waiting-words">
        <View className="waiting-top">
          <Badge {...badge} />
          <View className="meta waiting-due">{due}</View>
        </View>
        <View className="strong said">{letterTitle(letter)}</View>
        {going && progress.of > 0 ? (
          <View className="waiting-meter">
            <Meter used={progress.up / progress.of} label={due} />
          </View>
        ) : (
          <View className="meta">{meta}</View>
        )}
        {children}
      </View>
    </View>
  )
}
