import { View } from '@tarojs/components'
import { useState } from 'react'
import { categoryNames } from '../../../domain/appeal/categories'
import { channelNames, identityNames } from '../../../domain/appeal/names'
import { isWorking } from '../../../domain/appeal/states'
import type { AppealView, HatView } from '../../../domain/contract'
import { tradeNames } from '../../../domain/people/roles'
import { AppealTimeline } from '../../appeal/AppealTimeline'
import { ClockBadge } from '../../appeal/ClockBadge'
import { clockOf } from '../../appeal/clock'
import { DetailHead } from '../../appeal/DetailHead'
import { OutcomeBadge, StateBadge, UrgentBadge } from '../../appeal/StateBadge'
import { resolutionOf, saidBeyondTitle, stepsOf, whyOf } from '../../appeal/steps'
import { moment } from '../../appeal/words'
import { addressOf } from '../../call/address'
import type { Refused } from '../../call/refused'
import { ReliefCard } from '../../relief/ReliefCard'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { PhotoGrid } from '../../ui/PhotoGrid'
import { Photos } from '../../ui/Photos'
import { Reason } from '../../ui/Reason'
import { Tap } from '../../ui/Tap'
import { VoiceBar } from '../../ui/VoiceBar'
import { ContactSheet } from './ContactSheet'
import { Doubts } from './Doubts'
import './Facts.scss'
import { InProject } from './InProject'
import { StaffClock } from './StaffClock'
import { Standing } from './Standing'
import { Whole } from './Whole'

interface Props {
  view: AppealView
  hat: HatView | undefined
  now: number
  onDone: (sentence: string) => void
  onRefused: (refused: Refused) => void
}

/** How much of the log is shown at first. */
const few = 3

/** What a handler needs to know of an appeal; never who sent it. */
export function Facts({ view, hat, now, onDone, onRefused }: Props) {
  const { state, outcome, urgency, category, placeName, number, responsible, relations, resolveBy } = view
  const [whole, setWhole] = useState(false)
  const [calling, setCalling] = useState(false)
  const clock = clockOf(view, { accept: view.acceptFrom, resolve: view.resolveFrom })
  const taken = state === 'accepted' || state === 'suspended'
  const who = relations.includes('responsible') ? '您负责' : responsible && `${responsible}负责`
  const why = whyOf(view)
  const resolution = resolutionOf(view)
  const steps = stepsOf(view, 'staff', now)
  const text = saidBeyondTitle(view)
  return (
    <>
      <DetailHead
        badges={
          <>
            {urgency === 'urgent' && <UrgentBadge />}
            <StateBadge state={state} />
            {outcome && <OutcomeBadge outcome={outcome} />}
            <ClockBadge clock={clock} now={now} />
          </>
        }
        aside={state === 'accepted' && resolveBy !== undefined ? `${moment(resolveBy, now)} 前办完` : ''}
        title={view.title}
        meta={[categoryNames[category], placeName, taken && who].filter(Boolean).join(' · ')}
      />
      {!view.whole && <Whole whole={false} number={number} />}
      {clock?.kind === 'accept' && <StaffClock clock={clock} view={view} now={now} />}
      <Standing view={view} now={now} />
      <Doubts view={view} hat={hat} onDone={onDone} onRefused={onRefused} />
      <ReliefCard view={view} reader="staff" now={now} />
      {resolution && (
        <Card>
          <View className="meta">解单时说</View>
          <View className="plain said">{resolution.words}</View>
          {resolution.photos.length > 0 && (
            <View className="facts-photos">
              <Photos urls={resolution.photos.map(addressOf)} />
            </View>
          )}
        </Card>
      )}
      {calling && <ContactSheet id={view.id} hat={hat?.id} onClose={() => setCalling(false)} />}
      <Card className="facts-person">
        <Icon name="user-round" />
        <View>
          <View className="strong">
            {tradeNames[view.trade]} · {identityNames[view.identity]}
          </View>
          <View className="meta">
            {view.mayContact
              ? '留了电话就能打，看一次记一次'
              : [contact[view.identity], taken && '写跟进，本人看得到'].filter(Boolean).join('；')}
          </View>
          <View className="meta">
            {channelNames[view.channel]}
            {view.filed && ` · ${view.filed.by}代报${view.filed.claimed ? '，本人已认领' : ''}`}
          </View>
        </View>
        {view.mayContact && (
          <Tap className="facts-contact" onTap={() => setCalling(true)}>
            看电话
          </Tap>
        )}
      </Card>
      <InProject view={view} hat={hat} now={now} />
      {text && <View className="plain said">{text}</View>}
      {view.voice && <VoiceBar url={addressOf(view.voice.fileId)} seconds={view.voice.seconds} />}
      {view.photos.length > 0 && <PhotoGrid urls={view.photos.map(addressOf)} />}
      {clock?.kind === 'accept' && why && (
        <Reason
          title={
            hat?.organisation.id === view.organisation.id
              ? '为什么派给您'
              : `为什么在${view.organisation.name}`
          }
        >
          {`${/[。！？]$/.test(why.words) ? why.words : `${why.words}。`}${why.rule}`}
        </Reason>
      )}
      <View className="facts-log">
        <Heading
          text="经过"
          {...(!whole && steps.length > few
            ? { link: `全部 ${steps.length} 条`, onLink: () => setWhole(true) }
            : {})}
        />
        <View className="facts-steps">
          <AppealTimeline
            steps={whole ? steps : steps.slice(0, few)}
            past={!isWorking(state) && state !== 'resolved'}
          />
        </View>
      </View>
      {view.whole && <Whole whole number={number} />}
    </>
  )
}

const contact = {
  open: '接单的人才看得到电话',
  shielded: '看不到姓名电话',
  hidden: '谁也看不到是谁',
} as const satisfies Record<AppealView['identity'], string>
