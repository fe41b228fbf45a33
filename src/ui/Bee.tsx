import { View } from '@tarojs/components'
import './Bee.scss'

/** The bee: the logo (28), and the first-run empty page (56). */
export function Bee({ size = 28 }: { size?: 28 | 56 }) {
  return <View className={`bee bee-${size}`} aria-hidden="true" />
}
