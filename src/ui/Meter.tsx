import { View } from '@tarojs/components'
import './Meter.scss'

/** How much of something is used up, 0 to 1. `late`: all of it and more. */
export function Meter({ used, late, label }: { used: number; late?: boolean; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, used)) * 100)
  return (
    <View className="meter" {...{ role: 'img', 'aria-label': label }}>
      <View className={`meter-fill ${late ? 'meter-late' : ''}`} style={{ width: `${percent}%` }} />
    </View>
  )
}
