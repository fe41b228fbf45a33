import { Image, View } from '@tarojs/components'
import { type RewardKind, rewardPictures } from '../../domain/points/reward'
import { addressOf } from '../call/address'
import { Icon } from '../ui/Icon'
import './Picture.scss'

/** A reward's photo, or the sign of its kind. */
export function Picture({
  kind,
  url,
  small,
}: {
  kind: RewardKind
  url: string | undefined
  small?: boolean
}) {
  return (
    <View className={`picture ${small ? 'picture-small' : ''}`}>
      {url ? (
        <Image className="picture-image" src={addressOf(url)} mode="aspectFill" />
      ) : (
        <Icon name={rewardPictures[kind]} size={44} />
      )}
    </View>
  )
}
