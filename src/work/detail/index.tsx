import { View } from '@tarojs/components'
import { useState } from 'react'
import { DetailLost } from '../../appeal/DetailLost'
import { DetailWaiting } from '../../appeal/DetailWaiting'
import { AgainBar, OldCopy } from '../../appeal/OldCopy'
import { useAppeal } from '../../appeal/useAppeal'
import { isLost } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { usePull, useReturn } from '../../call/useFreshness'
import { Page } from '../../ui/Page'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { backToList } from '../backToList'
import { HatStrip } from '../HatStrip'
import { useHats } from '../useHats'
import { Facts } from './Facts'
import { StaffBar } from './StaffBar'

/** One appeal, as those who handle it see it. */
export default function WorkDetail() {
  const { hat, hats, wear, reading: me } = useHats()
  // Without knowing under which hat, the appeal can't even be asked for.
  const ready = hat !== undefined || hats !== undefined
  const { reading, view, keptAt, showKept } = useAppeal(hat?.id, ready)
  const { seen, slow } = reading
  const { refused, loading, reload } = ready ? reading : me
  const [moved, setMoved] = useState<{ refused: Refused; again?: () => void }>()
  const now = useNow()
  useReturn(reload)
  usePull(reload)
  // It was opened from a message, perhaps, and is that of another hat.
  const strip = hats && hats.length > 1 && <HatStrip hat={hat} hats={hats} wear={wear} />

  // What is not theirs any more goes away, even where it was shown a moment ago.
  if (refused && (!view || !isLost(refused)))
    return (
      <DetailLost
        tone="staff"
        refused={refused}
        seen={seen}
        onSeen={showKept}
        onAgain={reload}
        loading={loading}
        strip={strip}
        out={{ text: '回列表', onTap: backToList }}
      />
    )
  if (!view)
    return (
      <Page title="诉求详情" tone="staff">
        <DetailWaiting slow={slow} />
      </Page>
    )

  const onDone = (sentence: string) => {
    toast(sentence)
    reload()
  }
  // It is with somebody else now: nothing to see here any more.
  const onHandedOver = (sentence: string) => {
    toast(sentence)
    backToList()
  }
  const onRefused = (refused: Refused, again?: () => void) => {
    setMoved({ refused, ...(again && isLost(refused) && { again }) })
    if (!isLost(refused)) reload()
  }
  const gone = moved !== undefined && nextElsewhere.has(moved.refused.code)
  const again = moved?.again
    ? { text: '再试一次', onTap: moved.again }
    : gone
      ? { text: '回列表看别的', onTap: backToList }
      : undefined
  return (
    <Page
      title="诉求详情"
      tone="staff"
      foot={
        keptAt !== undefined ? (
          <AgainBar loading={loading} onAgain={reload} />
        ) : (
          <StaffBar
            view={view}
            hat={hat}
            now={now}
            onDone={onDone}
            onHandedOver={onHandedOver}
            onRefused={onRefused}
          />
        )
      }
    >
      {strip}
      <View className="side detail-parts detail-staff">
        <OldCopy refused={refused} keptAt={keptAt} now={now} />
        <Facts view={view} hat={hat} now={now} onDone={onDone} onRefused={onRefused} />
      </View>
      <RefusalSheet refused={moved?.refused} onClose={() => setMoved(undefined)} {...(again && { again })} />
    </Page>
  )
}

/** Refusals after which there is nothing left to do on this appeal. */
const nextElsewhere: ReadonlySet<string> = new Set([
  'ALREADY_ACCEPTED',
  'NOT_YOURS',
  'APPEAL_NOT_FOUND',
  'HAT_UNKNOWN',
])
