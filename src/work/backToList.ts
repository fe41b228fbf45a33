import Taro from '@tarojs/taro'

/** To where one came from: the work list or the workbench; to the list when the page was opened from outside. */
export function backToList(): void {
  const pages = Taro.getCurrentPages()
  const before = pages[pages.length - 2]
  if (/work\/(list|bench)/.test(before?.route ?? '')) Taro.navigateBack()
  else Taro.redirectTo({ url: '/work/list/index' })
}
