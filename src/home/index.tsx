import { View } from '@tarojs/components'
import { Page } from '../ui/Page'

export default function Home() {
  return (
    <Page title="蜂鸣" tab="home" ownBar>
      <View>首页</View>
    </Page>
  )
}
