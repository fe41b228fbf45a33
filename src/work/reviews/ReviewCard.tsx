import { View } from '@tarojs/components'
import type { ReviewRow } from '../../../domain/contract'
import { ago, moment } from '../../appeal/words'
import { addressOf } from '../../call/address'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Photos } from '../../ui/Photos'
import { Reason } from '../../ui/Reason'
import { PhotoPair } from './PhotoPair'

interface Props {
  row: ReviewRow
  /** The hat's organisation: where another's is meant, it is named. */
  own: string
  now: number
  onJudge: (pays: boolean) => void
}

/** One that waits: what for, why with the facts, the photos beside each other, what was said before. */
export function ReviewCard({ row, own, now, onJudge }: Props) {
  const { title, points, at, since, place, flags, photos, denied, plea, locked, inPart } = row
  const where = [place === own ? '' : place, `${moment(at, now)} 做的`, `${ago(since, now)}到这里`]
  const pairs = flags.flatMap((flag) => (flag.photos ? [flag.photos] : []))
  const others = photos.filter((photo) => !pairs.some((pair) => pair.now === photo))
  return (
    <Card>
      <View className="review-head">
        <View className="strong said review-title">{title}</View>
        <View className="review-points">{points} 分</View>
      </View>
      <View className="meta">{where.filter(Boolean).join(' · ')}</View>
      <View className="review-parts">
        {flags.map(({ name, words, photos: pair }) => (
          <Reason key={words} title={name} icon="info" foot={pair && <PhotoPair pair={pair} />}>
            {words}
          </Reason>
        ))}
        {others.length > 0 && <Photos urls={others.map(addressOf)} />}
        {inPart && <View className="meta">上限以内的已经发了，这里只定多出来的。</View>}
        {plea !== undefined && (
          <View>
            <View className="meta said">前一位没发：{denied}</View>
            <View className="plain said">本人说：{plea}</View>
          </View>
        )}
        {locked ? (
          <View className="review-locked">
            <Icon name="lock" size={20} />
            <View className="strong">{locked}</View>
          </View>
        ) : (
          <View className="review-buttons">
            <Button look="secondary" text="不发" onTap={() => onJudge(false)} />
            <Button look="secondary" text={`照发 ${points} 分`} onTap={() => onJudge(true)} />
          </View>
        )}
      </View>
    </Card>
  )
}
