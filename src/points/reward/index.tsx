import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { usePull } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Failure, LoadingCard } from '../../ui/States'
import { Picture } from '../Picture'
import { AskBar } from './AskBar'
import './index.scss'

/** One reward: what it asks, where it is handed over, and what happens when one asks for it. */
export default function RewardDetail() {
  const { id = '' } = useRouter().params
  const { data, seen, refused, reload } = useRead('reward.view', { id })
  const { busy, take } = useStep()
  const [wrong, setWrong] = useState<Refused>()
  usePull(reload)
  const reward = data ?? seen?.data
  const ask = async () => {
    const done = await take('redemption.ask', { rewardId: id })
    if (isRefused(done)) return setWrong(done)
    if (done) Taro.redirectTo({ url: `/points/code/index?id=${done.id}` })
  }
  return (
    <Page
      title="换一样"
      behind="/points/shop/index"
      foot={
        reward && (
          <AskBar reward={reward} fresh={data !== undefined} busy={busy} onAsk={ask} onAgain={reload} />
        )
      }
    >
      <View className="side reward">
        {!reward && !refused && <LoadingCard rows={3} />}
        {!reward && refused && <Failure {...splitSentence(refused.message)} number={refused.number} />}
        {reward && (
          <>
            <Card flush>
              <Picture kind={reward.kind} url={reward.photo} />
              <View className="reward-words">
                <View className="big">{reward.name}</View>
                <Amount points={reward.cost} />
                {reward.words && <View className="plain said">{reward.words}</View>}
                <View className="meta">
                  {reward.left > 0 ? `剩 ${reward.left} ${reward.unit}` : '这一期换完了'} · 每人{' '}
                  {reward.perPerson} {reward.unit}
                </View>
              </View>
            </Card>
            <Card flush>
              <Row icon="map-pin" title={reward.pickUp} meta={reward.handedBy} />
              <Row
                icon="calendar-days"
                title={`批了以后 ${reward.codeDays} 天内领`}
                meta={
                  reward.cancellable ? '没领之前都能不要，过期自动退分' : '批了就不能退，过期没领会自动退分'
                }
              />
              {reward.until !== null && (
                <Row icon="clock" title={`${date(reward.until, Date.now())}前能换`} />
              )}
            </Card>
          </>
        )}
      </View>
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          reload()
        }}
        {...(wrong && isLost(wrong) && { again: { text: '再试一次', onTap: ask } })}
      />
    </Page>
  )
}
