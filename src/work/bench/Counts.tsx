import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../../domain/contract'
import { Icon, type IconName } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { figure } from '../figure'
import type { WorkFilter } from '../list/useWork'
import './Counts.scss'

export const openList = (filter: WorkFilter = 'all') =>
  Taro.navigateTo({ url: `/work/list/index?filter=${filter}` })

const faces = [
  ['late', '超时', 'alarm-clock'],
  ['today', '今天到期', 'hourglass'],
  ['toAccept', '待接单', 'inbox'],
  ['mine', '我手上的', 'user-round-check'],
] as const satisfies readonly (readonly [WorkFilter, string, IconName])[]

/** Four figures of today; each opens the list of what it counts. */
export function Counts({ counts, mine }: Pick<Output<'work.today'>, 'counts' | 'mine'>) {
  const numbers = { ...counts, mine: mine.held }
  const shown = (name: keyof Omit<typeof numbers, 'atLeast'>) =>
    name === 'mine' ? String(mine.held) : figure(counts, name)
  return (
    <View className="counts">
      {faces.map(([name, text, icon]) => (
        <Tap
          key={name}
          className={`count ${numbers[name] > 0 ? `count-${name}` : ''}`}
          label={`${text} ${shown(name)} 件`}
          onTap={() => openList(name)}
        >
          <View className="count-figure">
            <Icon name={icon} size={20} />
            <View className="count-number">{shown(name)}</View>
          </View>
          <View className="count-name">{text}</View>
        </Tap>
      ))}
    </View>
  )
}
