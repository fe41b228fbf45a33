import Taro from '@tarojs/taro'

/** A sentence that comes and goes: a refusal, a confirmation. Two lines at most. */
export function toast(title: string): void {
  Taro.showToast({ title, icon: 'none', duration: title.length > 16 ? 3500 : 2000 })
}
