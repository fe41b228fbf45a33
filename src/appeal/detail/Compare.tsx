import { View } from '@tarojs/components'
import { Sheet } from '../../ui/Sheet'
import './Compare.scss'
import { SideBySide } from './SideBySide'

interface Props {
  open: boolean
  onClose: () => void
  before: readonly string[]
  after: readonly string[]
}

/** How it was and how it is, side by side; a tap shows a photo whole. */
export function Compare({ open, onClose, before, after }: Props) {
  return (
    <Sheet open={open} title="前后对比" onClose={onClose}>
      <SideBySide before={before} after={after} />
      <View className="hint compare-hint">点照片看大图</View>
    </Sheet>
  )
}
