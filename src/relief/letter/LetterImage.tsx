import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import type { LetterText } from '../../../domain/relief/letter'
import { Tap } from '../../ui/Tap'
import './LetterImage.scss'
import { LetterPaper } from './LetterPaper'

interface Props {
  text: LetterText
  /** Where the picture is, once it is drawn. */
  onUrl?: (url: string) => void
}

/** The letter as it goes out; a tap shows it whole, to be spread with two fingers. */
export function LetterImage({ text, onUrl }: Props) {
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
      <LetterPaper text={text} onDrawn={onDrawn} onFailed={onFailed} />
      {url ? (
        <Tap
          className="letter-sheet"
          label="放大看公函"
          onTap={() => Taro.previewImage({ urls: [url], current: url })}
        >
          <Image className="letter-image" src={url} mode="aspectFit" />
        </Tap>
      ) : (
        <View className="letter-waits meta">{failed ? '这台手机画不出公函，内容都还在' : '正在画公函'}</View>
      )}
    </View>
  )
}
