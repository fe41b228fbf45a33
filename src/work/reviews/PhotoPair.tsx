import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { addressOf } from '../../call/address'
import { Tap } from '../../ui/Tap'

/** The photo of the time before and the one of this time, side by side; a tap shows one whole. */
export function PhotoPair({ pair }: { pair: { now: string; before?: string | undefined } }) {
  const [before, now] = [pair.before && addressOf(pair.before), addressOf(pair.now)]
  const urls = before ? [before, now] : [now]
  const side = (text: string, url: string) => (
    <Tap label={`看${text}的照片`} onTap={() => Taro.previewImage({ urls, current: url })}>
      <Image className="pair-photo" src={url} mode="aspectFill" />
      <View className="pair-caption">{text}</View>
    </Tap>
  )
  return (
    <View className="pair">
      <View className="pair-side">
        {before ? side('上次', before) : <View className="pair-photo pair-none">上次的不便给您看</View>}
      </View>
      <View className="pair-side">{side('这次', now)}</View>
    </View>
  )
}
