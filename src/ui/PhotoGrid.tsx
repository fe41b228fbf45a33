import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import './PhotoGrid.scss'
import { Tap } from './Tap'

/** Photos to look at, three in a row; a tap shows the whole photo. */
export function PhotoGrid({ urls }: { urls: readonly string[] }) {
  return (
    <View className="photo-grid">
      {urls.map((url, index) => (
        <Tap
          key={url}
          label={`看第 ${index + 1} 张照片`}
          onTap={() => Taro.previewImage({ urls: [...urls], current: url })}
        >
          <Image className="photo-grid-image" src={url} mode="aspectFill" />
        </Tap>
      ))}
    </View>
  )
}
