import { View } from '@tarojs/components'
import { Page } from '../../ui/Page'

export default function Here() {
  return (
    <Page title="我的">
      <View>我的</View>
    </Page>
  )
}
