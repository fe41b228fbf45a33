import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useRef } from 'react'

/** Pulled down, the page reads again. */
export function usePull(reload: () => Promise<unknown>): void {
  usePullDownRefresh(async () => {
    await reload()
    Taro.stopPullDownRefresh()
  })
}

/** Shown again after another page, it reads again; the first time it reads anyway. */
export function useReturn(reload: () => unknown): void {
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) reload()
    shown.current = true
  })
}
