import { View } from '@tarojs/components'
import { Button } from '../ui/Button'
import type { PagedAction, Pages } from './usePages'

/** Under a list: whether more is coming, or a way to try again. */
export function PageEnd<A extends PagedAction>({
  pages: { data, rows, later, loadMore },
}: {
  pages: Pages<A>
}) {
  if (!data || !rows?.length) return null
  return (
    <View className="meta" style={{ textAlign: 'center' }}>
      {later.refused ? (
        <Button look="text" icon="refresh-cw" text="没接着取到，再试一次" onTap={loadMore} />
      ) : later.next ? (
        '正在接着取'
      ) : (
        '就这些'
      )}
    </View>
  )
}
