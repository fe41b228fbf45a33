import Taro from '@tarojs/taro'

/** To the work list: back, or anew when the page was opened from outside. */
export function backToList(): void {
  const pages = Taro.getCurrentPages()
  const before = pages[pages.length - 2]
  if (before?.route?.includes('work/list')) Taro.navigateBack()
  else Taro.redirectTo({ url: '/work/list/index' })
}
