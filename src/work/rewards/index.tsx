import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { rewardNames } from '../../../domain/points/reward'
import { PageEnd } from '../../call/PageEnd'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { RewardSheet } from './RewardSheet'

export type Shelved = Output<'reward.list'>['rows'][number]

const shelves = [
  { name: 'shown', text: '上架的' },
  { name: 'away', text: '收起来的' },
] as const

/** 超市上架: what the community offers; a tap changes it. */
export default function Rewards() {
  const { hat, hats, wear, reading: me } = useHats()
  const [shelf, setShelf] = useState<(typeof shelves)[number]['name']>('shown')
  const pages = usePages('reward.list', hat && { shown: shelf === 'shown' }, hat?.id)
  const [edited, setEdited] = useState<Shelved | 'new'>()
  const [wrong, setWrong] = useState<Refused>()
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  if (!hat)
    return (
      <NoHat
        title="超市上架"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const { rows, refused, seen, reload } = pages
  return (
    <Page
      title="超市上架"
      tone="staff"
      behind="/work/bench/index"
      foot={<ActionBar main={<Button icon="plus" text="上架一样" onTap={() => setEdited('new')} />} />}
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View style={{ paddingTop: '12px' }}>
        <Chips options={shelves} chosen={shelf} onChoose={setShelf} label="看哪些" />
      </View>
      <View className="side" style={{ paddingTop: '12px', paddingBottom: '24px' }}>
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="这里还没有东西" words="手套、热饮券、体检、托管名额，点下面上架。" />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((reward) => (
              <Row
                key={reward.id}
                title={reward.name}
                meta={`${rewardNames[reward.kind]} · ${reward.cost} 分 · 剩 ${reward.left} / ${reward.stock.size} ${reward.unit}`}
                link="改"
                onTap={() => setEdited(reward)}
              />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
      {edited && (
        <RewardSheet
          reward={edited === 'new' ? undefined : edited}
          hat={hat.id}
          onClose={() => setEdited(undefined)}
          onDone={() => {
            setEdited(undefined)
            reload()
          }}
          onRefused={setWrong}
        />
      )}
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          reload()
        }}
      />
    </Page>
  )
}
