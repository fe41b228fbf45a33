import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { moment } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { RedemptionBadge } from '../RedemptionBadge'

/** 我换过的, newest first. */
export default function Redeemed() {
  const pages = usePages('redemption.mine', {})
  const now = useNow()
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  useReturn(pages.reload)
  const { rows, refused, seen, reload } = pages
  return (
    <Page title="我换过的" behind="/points/shop/index">
      <View className="side" style={{ paddingTop: '12px', paddingBottom: '24px' }}>
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="还没换过" words="去积分超市看看，换来的都记在这里。" />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map(({ id, name, unit, points, state, at, place }) => (
              <Row
                key={id}
                title={`${name} 1 ${unit}`}
                meta={`${points} 分 · ${place}`}
                badges={<RedemptionBadge state={state} />}
                due={moment(at, now)}
                onTap={() => Taro.navigateTo({ url: `/points/code/index?id=${id}` })}
              />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
    </Page>
  )
}
