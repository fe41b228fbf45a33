import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { Tap } from '../ui/Tap'
import { Paper } from './Paper'
import type { Drawing } from './pen'
import './Picture.scss'

interface Props {
  drawing: Drawing
  /** What it is: 公函, 证明. */
  name: string
  /** Where the picture is, once it is drawn. */
  onUrl?: (url: string) => void
}

/** A picture that is drawn on the phone; a tap shows it whole, to be spread with two fingers. */
export function Picture({ drawing, name, onUrl }: Props) {
  const [url, setUrl] = useState<string>()
  const [failed, setFailed] = useState(false)
  const onDrawn = useCallback(
    (drawn: string) => {
      setUrl(drawn)
      onUrl?.(drawn)
    },
    [onUrl],
  )
  const onFailed = useCallback(() => setFailed(true), [])
  return (
    <View>
      <Paper drawing={drawing} onDrawn={onDrawn} onFailed={onFailed} />
      {url ? (
        <Tap label={`放大看${name}`} onTap={() => Taro.previewImage({ urls: [url], current: url })}>
          {/* As high to its width as the picture is, which fills it. */}
          <View className="picture" style={{ paddingTop: `${(drawing.height / drawing.width) * 100}%` }}>
            <Image className="picture-image" src={url} mode="aspectFit" />
          </View>
        </Tap>
      ) : (
        <View className="picture-waits meta">
          {failed ? `这台手机画不出${name}，内容都还在` : `正在画${name}`}
        </View>
      )}
    </View>
  )
}
