import Taro from '@tarojs/taro'
import { caller } from './caller'

const named = (key: string) => (caller ? `${caller}/${key}` : key)

/** What the phone keeps over closing the app; undefined when nothing or nothing readable is there. */
export function recall<T>(key: string): T | undefined {
  try {
    const kept: unknown = Taro.getStorageSync(named(key))
    return kept === '' || kept === null || kept === undefined ? undefined : (kept as T)
  } catch {
    return undefined
  }
}

/** False when the phone's storage is full. */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(named(key), value)
    return true
  } catch {
    return false
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(named(key))
  } catch {
    // Nothing to remove.
  }
}

/** Everything that the phone keeps of this person. */
export function forgetAll(): void {
  try {
    for (const key of Taro.getStorageInfoSync().keys)
      if (key.startsWith(named(''))) Taro.removeStorageSync(key)
  } catch {
    // What can't be removed is read by nobody: the person is another one now.
  }
}
