import { useEffect } from 'react'

/** Stand-ins for @tarojs/taro in tests of pages: storage in memory, and a record of what the page asked for. */
export const storage = new Map<string, unknown>()
export const asked: { navigatedTo: string[]; toasts: string[] } = { navigatedTo: [], toasts: [] }

export function forgetAll(): void {
  storage.clear()
  asked.navigatedTo = []
  asked.toasts = []
}

const go = ({ url }: { url: string }) => {
  asked.navigatedTo.push(url)
}

// A hook of the page's life runs once, as when the page opens.
const atOnce = (run: () => void) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first run counts
  useEffect(() => run(), [])
}
export const useDidShow = atOnce
export const useReady = atOnce
export const useLaunch = atOnce
export const useReachBottom = () => {}
export const usePullDownRefresh = () => {}
export const useDidHide = () => {}
export const useRouter = () => ({ params: {} })

export default {
  // A copy, as a phone makes one.
  getStorageSync: (key: string) => (storage.has(key) ? structuredClone(storage.get(key)) : ''),
  setStorageSync: (key: string, value: unknown) => storage.set(key, structuredClone(value)),
  removeStorageSync: (key: string) => storage.delete(key),
  navigateTo: go,
  redirectTo: go,
  switchTab: go,
  navigateBack: () => go({ url: 'back' }),
  getCurrentPages: () => [],
  showToast: ({ title }: { title: string }) => asked.toasts.push(title),
  previewImage: () => undefined,
}
