import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { Meter } from '../../ui/Meter'
import { QrCode } from '../../ui/QrCode'
import { codeLasts, type Shown } from './shown'

/** The code to be scanned, its digits to be read out, and how long it holds. `note`: that it is too early, or too late. */
export function CodeCard({ shown, note }: { shown: Shown | undefined; note: string | undefined }) {
  if (!shown)
    return (
      <Card className="check-in-code">
        <View className="big">码用完了</View>
        <View className="meta">有信号了会自己接着亮。先用“帮人登记”。</View>
      </Card>
    )
  const { code, digits, left } = shown
  return (
    <Card className="check-in-code">
      <QrCode text={code} label="签到码" />
      <View className="check-in-digits" {...{ 'aria-label': [...code].join(' ') }}>
        <View>{digits[0]}</View>
        <View>{digits[1]}</View>
      </View>
      <Meter used={(left * 1000) / codeLasts} label={`${left} 秒后换新码`} />
      <View className="check-in-left">
        <View className="meta">{note ?? '扫不了，念数字也行'}</View>
        <View className="check-in-seconds">{left} 秒后换新码</View>
      </View>
    </Card>
  )
}
