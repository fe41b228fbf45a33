import { View } from '@tarojs/components'
import { type Channel, channelNames } from '../../../domain/appeal/names'
import type { AppealView } from '../../../domain/contract'
import { date, moment } from '../../appeal/words'
import { Card } from '../../ui/Card'
import { Icon, type IconName } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { openAppeal } from '../list/WorkRow'
import { assistantWords } from './AskHelpSheet'
import { childrenOf } from './children'
import './Standing.scss'
import { weekday } from './waits'

interface Line {
  icon: IconName
  text: string
  /** Another appeal, which opens. */
  opens?: string
}

/** How it stands beside its state: who is meant, what is waited for, who helps, what goes along. */
export function Standing({ view, now }: { view: AppealView; now: number }) {
  const lines = linesOf(view, now)
  if (lines.length === 0) return null
  return (
    <Card flush className="standing">
      {lines.map(({ icon, text, opens }) => {
        const inside = (
          <>
            <Icon name={icon} size={20} />
            <View className="standing-words">{text}</View>
            {opens && <Icon name="chevron-right" size={20} />}
          </>
        )
        return opens ? (
          <Tap key={text} className="standing-line standing-opens" onTap={() => openAppeal(opens)}>
            {inside}
          </Tap>
        ) : (
          <View key={text} className="standing-line">
            {inside}
          </View>
        )
      })}
    </Card>
  )
}

/** In the order in which it matters. */
function linesOf(view: AppealView, now: number): Line[] {
  const { state, named, suspendedUntil, resolvedAt, unsolved, situation, parent, supporters, channel } = view
  const lines: (Line | false | undefined)[] = [
    named &&
      (state === 'dispatched' || state === 'submitted') && {
        icon: 'user-round',
        text: named.me ? '派给您的' : `请${named.title}来${state === 'submitted' ? '派' : '接'}`,
      },
    state === 'suspended' &&
      suspendedUntil !== undefined && {
        icon: 'circle-pause',
        text: `挂起到${date(suspendedUntil, now)} ${weekday(suspendedUntil)}，办结时限停着`,
      },
    resolvedAt !== undefined && {
      icon: unsolved ? 'circle-x' : 'circle-check',
      text: `${moment(resolvedAt, now)} 解单${unsolved ? '，说办不了' : ''}`,
    },
    state === 'resolved' &&
      situation.followUps > 0 && {
        icon: 'phone-missed',
        text: `回访过 ${situation.followUps} 次，都没联系上`,
      },
    ...situation.assistants.map(
      ({ name, why, state }): Line => ({
        icon: 'handshake',
        text: `${name} · ${assistantWords({ why, state })}`,
      }),
    ),
    parent && { icon: 'merge', text: `并在 ${parent.number} 里一起办`, opens: parent.id },
    ...childrenOf(view).map(
      ({ id, number }): Line => ({ icon: 'merge', text: `${number} 并在这里`, opens: id }),
    ),
    supporters > 0 && { icon: 'eye', text: `还有 ${supporters} 个人也看到了` },
    channel !== 'home' && { icon: 'inbox', text: cameBy[channel] },
  ]
  return lines.filter((line) => line !== false && line !== undefined)
}

const cameBy = {
  ...channelNames,
  station: '扫爱心驿站的码来的',
  group: '微信群里来的',
  box: '意见箱里来的',
  hotline: '打热线电话来的',
  visit: '上门、接访时说的',
} as const satisfies Record<Channel, string>
