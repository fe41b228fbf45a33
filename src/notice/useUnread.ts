import { useReturn } from '../call/useFreshness'
import { useRead } from '../call/useRead'

/** How much of the inbox is new; 0 while it is not known, so that no page waits for it. */
export function useUnread(): number {
  const { data, reload } = useRead('notice.unread', {})
  useReturn(reload)
  return data?.count ?? 0
}
