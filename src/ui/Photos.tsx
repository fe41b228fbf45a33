import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from './Icon'
import './Photos.scss'
import { Tap } from './Tap'

interface Props {
  /** Where each can be shown from. */
  urls: readonly string[]
  limit?: number
  /** Without it photos can only be looked at. */
  onAdd?: () => void
  onRemove?: (index: number) => void
  addText?: string
}

/** Thumbnails; a tap shows the whole photo. */
export function Photos({ urls, limit = 9, onAdd, onRemove, addText = '加照片' }: Props) {
  return (
    <View className="photos">
      {urls.map((url, index) => (
        <View className="photo" key={url}>
          <Tap
            label={`看第 ${index + 1} 张照片`}
            onTap={() => Taro.previewImage({ urls: [...urls], current: url })}
          >
            <Image className="photo-image" src={url} mode="aspectFill" />
          </Tap>
          {onRemove && (
            <Tap className="photo-remove" label={`去掉第 ${index + 1} 张照片`} onTap={() => onRemove(index)}>
              <View className="photo-cross">
                <Icon name="x" size={16} />
              </View>
            </Tap>
          )}
        </View>
      ))}
      {onAdd && urls.length < limit && (
        <Tap className="photo-add" onTap={onAdd}>
          <Icon name="camera" />
          <View>{addText}</View>
        </Tap>
      )}
    </View>
  )
}
