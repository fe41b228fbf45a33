import { View } from '@tarojs/components'
import { weekdayName } from '../../../../domain/duty/plan'
import { weekdayNames } from '../../../../domain/duty/rota'
import { Tap } from '../../../ui/Tap'
import './Weekdays.scss'

interface Props {
  chosen: readonly number[]
  onToggle: (weekday: number) => void
}

/** The seven days in one line, of which several may be chosen. */
export function Weekdays({ chosen, onToggle }: Props) {
  return (
    <View className="weekdays" {...{ role: 'group', 'aria-label': '周几' }}>
      {weekdayNames.map((name, index) => {
        const weekday = index + 1
        const on = chosen.includes(weekday)
        return (
          <Tap
            key={name}
            role="switch"
            checked={on}
            label={weekdayName(weekday)}
            className={`weekday ${on ? 'weekday-on' : ''}`}
            onTap={() => onToggle(weekday)}
          >
            {name}
          </Tap>
        )
      })}
    </View>
  )
}
