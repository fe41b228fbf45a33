import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { type RewardKind, rewardKinds, rewardNames } from '../../../domain/points/reward'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Empty, LoadingCard } from '../../ui/States'
import { Tap } from '../../ui/Tap'
import { RewardTile } from './RewardTile'
import './index.scss'
import { Waiting } from './Waiting'

const kinds: readonly { name: RewardKind | 'all'; text: string }[] = [
  { name: 'all', text: '全部' },
  ...rewardKinds.map((name) => ({ name, text: rewardNames[name] })),
]

/** 积分超市: what there is, what I lack for it, and what waits for me at the foot. */
export default function Shop() {
  const [kind, setKind] = useState<RewardKind | 'all'>('all')
  const [of, setOf] = useState<'community' | 'city'>('community')
  const pages = usePages('reward.shop', { of, ...(kind !== 'all' && { kind }) })
  const mine = useRead('points.mine', {})
  const { rows, data, seen, refused } = pages
  const reload = () => Promise.all([pages.reload(), mine.reload()])
  useReturn(reload)
  useReachBottom(pages.loadMore)
  usePull(reload)
  const shop = data ?? seen?.data
  const ready = mine.data?.open.find(({ state }) => state === 'approved')
  return (
    <Page title="积分超市" behind="/points/index/index" foot={ready && <Waiting redemption={ready} />}>
      <View className="side shop-head">
        <View className="shop-have">
          <View className="plain">能用</View>
          <Amount points={shop?.spendable ?? mine.data?.volunteer.available ?? 0} unit="" />
        </View>
        <Tap
          className="shop-place"
          label="换一家超市"
          onTap={() => setOf(of === 'community' ? 'city' : 'community')}
        >
          <Icon name="map-pin" size={20} />
          <View>{shop?.place.name ?? '超市'}</View>
          <Icon name="arrow-right-left" size={18} />
        </Tap>
      </View>
      <Chips options={kinds} chosen={kind} onChoose={setKind} label="看哪些" />
      <View className="side shop-parts">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty
              title={of === 'community' ? '社区还没上架' : '这里还没上架'}
              words="点右上角看看另一家。分留着，不会少。"
            />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <View className="shop-grid">
            {rows.map((reward) => (
              <RewardTile key={reward.id} reward={reward} have={shop?.spendable ?? 0} />
            ))}
          </View>
        )}
        <PageEnd pages={pages} />
        <Button
          look="text"
          icon="history"
          text="我换过的"
          onTap={() => Taro.navigateTo({ url: '/points/redeemed/index' })}
        />
      </View>
    </Page>
  )
}
