import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { useRead } from '../call/useRead'

/** How much of the inbox is new; 0 while it is not known, so that no page waits for it. */
export function useUnread(): number {
  const { data, reload } = useRead('notice.unread', {})
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) reload()
    shown.current = true
  })
  return data?.count ?? 0
}
