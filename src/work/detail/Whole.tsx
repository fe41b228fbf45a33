import { View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import './Whole.scss'

/** Whether the log is as it was written: each line follows from the one before, and tells of what is stored. */
export function Whole({ whole, number }: { whole: boolean; number?: string }) {
  return (
    <View className={whole ? 'whole' : 'whole whole-broken'}>
      <Icon name={whole ? 'shield-check' : 'triangle-alert'} size={18} />
      <View>{whole ? '记录完整，没人改过' : '记录对不上，请告诉管理员'}</View>
      {number && <View className="whole-number">编号 {number}</View>}
    </View>
  )
}
