import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Category } from '../../../domain/appeal/categories'
import { forgetDraft, keepDraft, keptDraft } from '../../call/draft'
import { Offer } from '../../ui/Offer'
import { type AppealDraft, saysSomething } from '../useAppealForm'

interface Props {
  category: Category | undefined
  draft: AppealDraft
}

/** What was said is about a fine: the form made for it is quicker, and what is written goes along. */
export function ReliefOffer({ category, draft }: Props) {
  const [declined, setDeclined] = useState(false)
  if (category !== 'penalty' || declined) return null
  return (
    <View className="side">
      <Offer
        icon="scale"
        title="被罚了？走绿色通道更快"
        words="点几下就行，核定了开公函去跟平台说"
        yes={{ text: '走绿色通道', onTap: () => goOn(draft) }}
        no={{ text: '就在这里说', onTap: () => setDeclined(true) }}
      />
    </View>
  )
}

function goOn({ category: _, requestId: __, ...said }: AppealDraft): void {
  const begun = keptDraft<AppealDraft>('relief')
  // A relief that was begun stays as it is, and so does what was written here.
  if (!(begun && saysSomething(begun)) && keepDraft('relief', said)) forgetDraft('request')
  Taro.redirectTo({ url: '/relief/form/index' })
}
