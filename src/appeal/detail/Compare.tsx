import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Sheet } from '../../ui/Sheet'
import { Tap } from '../../ui/Tap'
import './Compare.scss'

interface Props {
  open: boolean
  onClose: () => void
  before: readonly string[]
  after: readonly string[]
}

/** How it was and how it is, side by side; a tap shows a photo whole. */
export function Compare({ open, onClose, before, after }: Props) {
  const all = [...before, ...after]
  const side = (name: string, urls: readonly string[]) => (
    <View className="compare-side">
      <View className="strong compare-name">{name}</View>
      {urls.map((url, index) => (
        <Tap
          key={url}
          label={`看${name}第 ${index + 1} 张`}
          onTap={() => Taro.previewImage({ urls: all, current: url })}
        >
          <Image className="compare-photo" src={url} mode="aspectFill" />
        </Tap>
      ))}
    </View>
  )
  return (
    <Sheet open={open} title="前后对比" onClose={onClose}>
      <View className="compare">
        {side('之前', before)}
        {side('办完后', after)}
      </View>
      <View className="hint compare-hint">点照片看大图</View>
    </Sheet>
  )
}
