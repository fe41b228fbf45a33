import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AppealView, HatView } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { DoubtBadge } from '../../appeal/StateBadge'
import { addressOf } from '../../call/address'
import type { Refused } from '../../call/refused'
import { Card } from '../../ui/Card'
import { Photos } from '../../ui/Photos'
import { Judging, useJudging } from '../contents/Judging'
import './Doubts.scss'
import { doubtWords, photoOf, wordsOf } from './doubt'

interface Props {
  view: AppealView
  hat: HatView | undefined
  onDone: (sentence: string) => void
  onRefused: (refused: Refused) => void
}

type Doubt = NonNullable<AppealView['doubts']>[number]

/** 内容待看: what WeChat has doubts about; others see it once somebody has let it through. */
export function Doubts({ view, hat, onDone, onRefused }: Props) {
  const [judging, setJudging] = useState<string>()
  const { busy, judge } = useJudging(hat?.id, { onDone, onRefused })
  const { doubts, relations } = view
  if (!doubts) return null
  const may = granted('content.judge', hat?.role, relations)
  const decide = (piece: string, open: boolean) => {
    setJudging(piece)
    judge({ about: { kind: 'appeal', id: view.id }, piece }, open)
  }
  return (
    <Card>
      {doubts.some(({ closed }) => !closed) && (
        <View className="doubts-head">
          <DoubtBadge />
          <View className="meta doubts-why">微信拿不准，或者没检查成。本人看着和发出时一样。</View>
        </View>
      )}
      {doubts.map((doubt) => (
        <View key={doubt.piece} className="doubt">
          <View className="strong">{doubtWords(doubt, view)}</View>
          {shown(doubt)}
          {may && (
            <Judging
              closed={doubt.closed}
              marked={!doubt.public}
              busy={busy && judging === doubt.piece}
              onJudge={(open) => decide(doubt.piece, open)}
            />
          )}
        </View>
      ))}
    </Card>
  )

  function shown(doubt: Doubt) {
    const photo = photoOf(doubt, view)
    if (photo) return <Photos urls={[addressOf(photo)]} />
    const words = wordsOf(doubt, view)
    return words ? <View className="plain said">{words}</View> : null
  }
}
