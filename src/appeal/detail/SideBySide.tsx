import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import './Compare.scss'

interface Props {
  before: readonly string[]
  after: readonly string[]
}

/** How it was and how it is, beside each other; a tap shows a photo whole. Either may be missing. */
export function SideBySide({ before, after }: Props) {
  const all = [...before, ...after]
  const side = (name: string, urls: readonly string[], missing: string) => (
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
      {urls.length === 0 && (
        <View className="compare-photo compare-none">
          <Icon name="camera" size={28} />
          <View>{missing}</View>
        </View>
      )}
    </View>
  )
  return (
    <View className="compare">
      {side('之前', before, '没有照片')}
      {side('之后', after, '还没有照片')}
    </View>
  )
}
