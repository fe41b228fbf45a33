import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { TimelineStep } from '../../../domain/contract'
import { addressOf } from '../../call/address'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { speaker } from '../steps'
import { Compare } from './Compare'
import './Resolution.scss'

interface Props {
  step: TimelineStep
  /** Where the person's own photos can be shown from. */
  before: readonly string[]
  /** Who resolved it. */
  by: string
  /** They say that it could not be solved, and why. */
  unsolved: boolean
}

/** What was done, in the handler's words, with their photo; the whole card opens the photos. */
export function Resolution({ step, before, by, unsolved }: Props) {
  const { words } = step
  const photos = step.photos.map(addressOf)
  const says = `${speaker(by)}${unsolved ? '没能办成' : ''}`
  const [comparing, setComparing] = useState(false)
  const [first] = photos
  const both = first !== undefined && before.length > 0
  const link = both ? '前后对比' : first ? '看照片' : ''
  const show = () => (both ? setComparing(true) : Taro.previewImage({ urls: photos }))
  return (
    <>
      <Card className="resolution" {...(first && { onTap: show, label: `${link}，${says}：${words}` })}>
        {first && <Image className="resolution-photo" src={first} mode="aspectFill" />}
        <View className="resolution-words">
          <View className="resolution-top">
            <View className="meta">{says}</View>
            {link && (
              <View className="resolution-link">
                {link}
                <Icon name="chevron-right" size={18} />
              </View>
            )}
          </View>
          <View className="plain said">{words}</View>
        </View>
      </Card>
      <Compare open={comparing} onClose={() => setComparing(false)} before={before} after={photos} />
    </>
  )
}
