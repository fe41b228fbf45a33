import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Point } from '../../../domain/place/geography'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Heading } from '../../ui/Heading'
import { Sheet } from '../../ui/Sheet'
import { useNow } from '../../ui/useNow'
import { isLost, isRefused, useStep } from '../useStep'
import { SimilarCard, type SimilarSnap } from './SimilarCard'
import './Similar.scss'

interface Props {
  snaps: readonly SimilarSnap[]
  position: Point
  /** One more has seen it; the form is not needed any more. */
  onSupported: (id: string) => void
  onSendAnyway: () => void
}

/** Above the button that sends: the nearest that somebody has taken of the same; a link shows the others. */
export function Similar({ snaps, position, onSupported, onSendAnyway }: Props) {
  const { busy, take } = useStep()
  const now = useNow()
  const [all, setAll] = useState(false)
  const [failed, setFailed] = useState<{ refused: Refused; id: string }>()
  const [nearest] = snaps
  if (!nearest) return null
  const support = async (id: string) => {
    const answer = await take('appeal.support', { id })
    if (isRefused(answer)) return setFailed({ refused: answer, id })
    if (answer) onSupported(id)
  }
  const card = (snap: SimilarSnap) => (
    <SimilarCard
      key={snap.id}
      snap={snap}
      position={position}
      nearest={snap === nearest}
      now={now}
      busy={busy}
      onSupport={() => support(snap.id)}
    />
  )
  return (
    <View className="similar-foot">
      <Heading
        text="附近有人拍过"
        {...(snaps.length > 1
          ? { link: `还有 ${snaps.length - 1} 件`, onLink: () => setAll(true) }
          : { aside: '是同一件，点一下就行' })}
      />
      {card(nearest)}
      <Sheet
        open={all}
        title="附近有人拍过"
        onClose={() => setAll(false)}
        foot={
          <Button
            look="secondary"
            text="都不是，照常发出"
            onTap={() => {
              setAll(false)
              onSendAnyway()
            }}
          />
        }
      >
        <View className="meta">是同一件，点一下就行，不用再发</View>
        <View className="similar-list">{snaps.map(card)}</View>
      </Sheet>
      <RefusalSheet
        refused={failed?.refused}
        onClose={() => setFailed(undefined)}
        {...(failed && isLost(failed.refused)
          ? { again: { text: '再点一次', onTap: () => support(failed.id) } }
          : {})}
      />
    </View>
  )
}
