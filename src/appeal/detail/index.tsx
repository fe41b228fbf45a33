import { View } from '@tarojs/components'
import { useState } from 'react'
import { categoryNames } from '../../../domain/appeal/categories'
import { identityNames } from '../../../domain/appeal/names'
import { isWorking } from '../../../domain/appeal/states'
import { addressOf } from '../../call/address'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { usePull, useReturn } from '../../call/useFreshness'
import { ReliefCard } from '../../relief/ReliefCard'
import { goBack, Page } from '../../ui/Page'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { VoiceBar } from '../../ui/VoiceBar'
import { AppealTimeline } from '../AppealTimeline'
import { DetailHead } from '../DetailHead'
import { DetailLost } from '../DetailLost'
import { DetailWaiting } from '../DetailWaiting'
import { AgainBar, OldCopy } from '../OldCopy'
import { ProjectLine } from '../ProjectLine'
import { OutcomeBadge, StateBadge, UrgentBadge } from '../StateBadge'
import { resolutionOf, stepsOf } from '../steps'
import { useAppeal } from '../useAppeal'
import { isLost } from '../useStep'
import { Deadline } from './Deadline'
import { PersonBar } from './PersonBar'
import { RecordRow } from './RecordRow'
import { ReplyLine } from './ReplyLine'
import { Resolution } from './Resolution'

/** One appeal, as the person who asked sees it. */
export default function Detail() {
  const { reading, view, keptAt, showKept } = useAppeal()
  const { refused, seen, loading, slow, reload } = reading
  const [moved, setMoved] = useState<{ refused: Refused; again?: () => void }>()
  const now = useNow()
  useReturn(reload)
  usePull(reload)

  // What is not theirs any more goes away, even where it was shown a moment ago.
  if (refused && (!view || !isLost(refused)))
    return (
      <DetailLost
        tone="rider"
        refused={refused}
        seen={seen}
        onSeen={showKept}
        onAgain={reload}
        loading={loading}
        out={{ text: '返回', onTap: () => goBack() }}
      />
    )
  if (!view)
    return (
      <Page title="诉求详情">
        <DetailWaiting slow={slow} />
      </Page>
    )

  const { state, outcome, urgency, identity, category, placeName, number } = view
  const resolution = resolutionOf(view)
  const onDone = (sentence: string) => {
    toast(sentence)
    reload()
  }
  const onRefused = (refused: Refused, again?: () => void) => {
    setMoved({ refused, ...(again && isLost(refused) && { again }) })
    reload()
  }
  return (
    <Page
      title="诉求详情"
      foot={
        keptAt !== undefined ? (
          <AgainBar loading={loading} onAgain={reload} />
        ) : (
          <PersonBar view={view} now={now} onDone={onDone} onRefused={onRefused} />
        )
      }
    >
      <View className="side detail-parts">
        <OldCopy refused={refused} keptAt={keptAt} now={now} />
        <DetailHead
          badges={
            <>
              {urgency === 'urgent' && <UrgentBadge />}
              <StateBadge state={state} />
              {outcome && <OutcomeBadge outcome={outcome} />}
            </>
          }
          aside={identityNames[identity]}
          title={view.title}
          meta={`${categoryNames[category]} · ${placeName} · 编号 ${number}`}
        />
        <ReliefCard view={view} reader="person" now={now} />
        {view.voice && <VoiceBar url={addressOf(view.voice.fileId)} seconds={view.voice.seconds} />}
        {resolution && (
          <Resolution
            step={resolution}
            before={view.photos.map(addressOf)}
            by={view.organisation.name}
            unsolved={view.unsolved}
          />
        )}
        <Deadline view={view} now={now} />
        {keptAt === undefined && <ReplyLine view={view} now={now} onDone={onDone} onRefused={onRefused} />}
        {view.project && <ProjectLine project={view.project} now={now} />}
        <View className="detail-timeline">
          <AppealTimeline
            steps={stepsOf(view, 'person', now)}
            past={!isWorking(state) && state !== 'resolved'}
          />
          <RecordRow view={view} />
        </View>
      </View>
      <RefusalSheet
        refused={moved?.refused}
        onClose={() => setMoved(undefined)}
        {...(moved?.again && { again: { text: '再试一次', onTap: moved.again } })}
      />
    </Page>
  )
}
