import { Image, View } from '@tarojs/components'
import type { Refused } from '../call/refused'
import './CodePicture.scss'

interface Props {
  url: string | undefined
  refused: Refused | undefined
  label: string
}

/** A mini-program code, to be scanned from the screen; what is said while there is none. */
export function CodePicture({ url, refused, label }: Props) {
  if (url) return <Image className="code-picture" src={url} mode="scaleToFill" ariaLabel={label} />
  return (
    <View className="code-picture code-blank">
      <View className="meta">{refused ? refused.message : '正在画二维码'}</View>
    </View>
  )
}
