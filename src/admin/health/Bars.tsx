import { View } from '@tarojs/components'
import './Bars.scss'

interface Props {
  /** Of each bar: how high, 0 and more, and whether something was wrong in it. */
  bars: { key: number; value: number; wrong: boolean }[]
  /** What they say, for who can't see them. */
  label: string
  /** Under the first and the last. */
  from: string
  to: string
}

/** How something went over time: a bar each, the highest as high as there is room, what went wrong in red. */
export function Bars({ bars, label, from, to }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <View {...{ role: 'img', 'aria-label': label }}>
      <View className="bars">
        {bars.map(({ key, value, wrong }) => (
          <View className="bar-room" key={key}>
            <View
              className={`bar ${wrong ? 'bar-wrong' : ''} ${value === 0 ? 'bar-none' : ''}`}
              style={{ height: `${Math.round((value / most) * 100)}%` }}
            />
          </View>
        ))}
      </View>
      <View className="bars-ends">
        <View className="meta">{from}</View>
        <View className="meta">{to}</View>
      </View>
    </View>
  )
}
