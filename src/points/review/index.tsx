import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { OldCopy } from '../../appeal/OldCopy'
import { moment } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { usePull, useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { ReviewBadge } from '../ReviewBadge'
import { reviewWords } from '../reviewWords'
import { AppealSheet } from './AppealSheet'
import './index.scss'
import { Steps } from './Steps'

/** 待人工核对: one's own, how far it has come, the reason when it was not paid, and one appeal. */
export default function MyReview() {
  const { id = '' } = useRouter().params
  const now = useNow()
  const { data, seen, refused, reload } = useRead('pointsReview.view', { id })
  const [asking, setAsking] = useState(false)
  const [wrong, setWrong] = useState<Refused>()
  useReturn(reload)
  usePull(reload)
  const review = data ?? seen?.data
  return (
    <Page
      title="积分核对"
      behind="/points/index/index"
      foot={
        data?.appealable && (
          <ActionBar
            main={<Button text="申诉，请换一位看" onTap={() => setAsking(true)} />}
            consequence="能申诉一次，由街道或另一位书记定"
          />
        )
      }
    >
      <View className="side my-review">
        {!review && !refused && <LoadingCard rows={3} />}
        {!review && refused && <Failure {...splitSentence(refused.message)} number={refused.number} />}
        {review && (
          <>
            <OldCopy refused={refused} keptAt={seen?.at} now={now} />
            <Card>
              <View className="my-review-head">
                <View className="my-review-title">
                  <View className="heading said">{review.title}</View>
                  <View className="meta">{moment(review.at, now)}</View>
                </View>
                <View className="my-review-points">{review.points} 分</View>
              </View>
              <View className="my-review-badge">
                <ReviewBadge state={review.state} />
              </View>
              <View className="plain">{reviewWords[review.state](review.points)}。</View>
              {review.inPart && <View className="meta">上限以内的已经发了，这是多出来的。</View>}
            </Card>
            <Steps review={review} now={now} />
          </>
        )}
      </View>
      {asking && (
        <AppealSheet
          id={id}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            toast('申诉交上去了，换一位来看')
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
