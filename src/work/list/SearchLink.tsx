import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '../../ui/Icon'
import '../../ui/SearchField.scss'
import { Tap } from '../../ui/Tap'

/** Looks like a search field, and opens the search. */
export function SearchLink() {
  return (
    <Tap className="search" label="查找诉求" onTap={() => Taro.navigateTo({ url: '/work/search/index' })}>
      <Icon name="search" size={20} />
      <View className="hint">找编号，或里面的字</View>
    </Tap>
  )
}
