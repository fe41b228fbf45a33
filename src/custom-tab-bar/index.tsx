import Taro from '@tarojs/taro'
import { useState } from 'react'
import { TabBar, tabOf } from '../ui/TabBar'

/** WeChat makes one of these for each page under a tab; each shows its own page as current. */
export default function CustomTabBar() {
  const [current] = useState(() => {
    const pages = Taro.getCurrentPages()
    return tabOf(pages[pages.length - 1]?.route ?? '')
  })
  return <TabBar current={current} />
}
