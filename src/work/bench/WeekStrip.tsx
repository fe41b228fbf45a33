import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { weekdayNames } from '../../../domain/duty/rota'
import './WeekStrip.scss'

const kindNames = { day: '白', night: '夜' } as const
/** YYYY-MM-DD in China, which has one time zone. */
const dateOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

/** My week from Monday to Sunday: day, night or free. */
export function WeekStrip({ week, now }: { week: Output<'work.today'>['duty']['week']; now: number }) {
  const today = dateOf(now)
  return (
    <View className="week">
      {week.map(({ day, kinds }, index) => (
        <View
          key={day}
          className={`week-day ${day === today ? 'week-today' : ''} ${kinds.length > 0 ? 'week-duty' : ''}`}
        >
          <View className="week-name">{weekdayNames[index]}</View>
          <View className="week-kind">{kinds.map((kind) => kindNames[kind]).join('') || '休'}</View>
        </View>
      ))}
    </View>
  )
}
