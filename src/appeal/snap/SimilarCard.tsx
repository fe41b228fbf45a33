import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { stateNames } from '../../../domain/appeal/states'
import type { Output } from '../../../domain/contract'
import type { Point } from '../../../domain/place/geography'
import { addressOf } from '../../call/address'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { ago } from '../words'
import './Similar.scss'

export type SimilarSnap = Output<'appeal.similar'>['snaps'][number]

interface Props {
  snap: SimilarSnap
  /** Where the person stands: whoever is there may look at it. */
  position: Point
  /** The likeliest has the main button. */
  nearest: boolean
  now: number
  busy: boolean
  onSupport: () => void
}

/** What somebody else has taken near by: one tap says that one saw it too. */
export function SimilarCard({ snap, position, nearest, now, busy, onSupport }: Props) {
  const { id, title, photo, metres, createdAt, seen, state, mine, supported } = snap
  const { longitude, latitude } = position
  const open = () =>
    Taro.navigateTo({ url: `/appeal/seen/index?id=${id}&longitude=${longitude}&latitude=${latitude}` })
  return (
    <View className="similar">
      <Tap className="similar-what" onTap={open} label={`看${title}`}>
        {photo ? (
          <Image className="similar-photo" src={addressOf(photo)} mode="aspectFill" />
        ) : (
          <View className="similar-photo similar-none">
            <Icon name="camera" />
          </View>
        )}
        <View className="similar-words">
          <View className="strong">{title}</View>
          <View className="meta">
            约 {Math.max(metres, 10)} 米 · {ago(createdAt, now)}
          </View>
          <View className="meta">
            {seen} 人看到 · {stateNames[state]}
          </View>
        </View>
      </Tap>
      {mine || supported ? (
        <View className="meta similar-said">
          {mine ? '这件是您拍的，不用再发' : '您说过看到了，办完告诉您'}
        </View>
      ) : (
        <Button
          look={nearest ? 'main' : 'secondary'}
          icon="eye"
          text="我也看到"
          busy={busy}
          onTap={onSupport}
        />
      )}
    </View>
  )
}
