import { View } from '@tarojs/components'
import { tradeNames } from '../../../domain/people/roles'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { Tick } from './Tick'
import type { Waiting } from './useChosen'

interface Props {
  row: Waiting
  chosen: boolean
  /** The hat's organisation: where another's is meant, it is named. */
  own: string
  onToggle: () => void
}

/** One that waits: what, for whom, what they did lately; locked with the reason where the caller can't decide. */
export function QueueRow({ row, chosen, own, onToggle }: Props) {
  const { name, unit, points, trade, nickname, earned, redeemed, locked, once, place } = row
  const who = [trade ? tradeNames[trade] : '', nickname ?? '', place === own ? '' : place].filter(Boolean)
  const inside = (
    <>
      <View className="queue-sign">{locked ? <Icon name="lock" /> : <Tick on={chosen} />}</View>
      <View className="queue-words">
        <View className="queue-line">
          <View className="strong queue-name">
            {name} 1 {unit}
          </View>
          <View className="queue-points">{points} 分</View>
        </View>
        <View className="meta">{who.join(' · ')}</View>
        <View className="meta">
          近 40 天得 {earned} 分，{redeemed > 0 ? `兑过 ${redeemed} 次` : '没兑过'}
        </View>
        {locked && <View className="queue-locked strong">{locked}</View>}
        {!locked && once && <View className="queue-locked strong">有一位批过了，您再批就能领</View>}
        {!locked && !once && points > 100 && <View className="queue-locked meta">超过 100 分，要两位批</View>}
      </View>
    </>
  )
  if (locked) return <View className="queue-row">{inside}</View>
  return (
    <Tap className="queue-row" role="switch" checked={chosen} onTap={onToggle}>
      {inside}
    </Tap>
  )
}
