import { View } from '@tarojs/components'
import type { TaskView } from '../../../domain/contract'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'
import { toast } from '../../ui/toast'
import { canScan, scan } from './scan'
import { scannedCode } from './scannedCode'
import type { Proving } from './useProof'

const digits = 6

/** 签到: the organiser's picture, its digits, or where the phone is. */
export function CheckIn({ view, proving }: { view: TaskView; proving: Proving }) {
  const { draft, change, busy } = proving
  const typed = draft.code.replace(/\D/g, '')
  const look = async () => {
    const text = await scan()
    if (text === undefined) return
    const code = scannedCode(text)
    if (code) proving.checkIn(code)
    else toast('这不是签到的码，对准组织的人手机上那个')
  }
  return (
    <View className="proof-part">
      <Heading text="先签到" aside="半分钟换一个码" />
      {canScan && <Button icon="scan-line" text="扫组织的人手机上的码" busy={busy} onTap={look} />}
      <Card>
        <View className="proof-part">
          <Field
            kind="number"
            caption={canScan ? '扫不了，输那六个数字' : '组织的人手机上的六个数字'}
            value={draft.code}
            limit={digits + 1}
            onChange={(code) => change({ code })}
            placeholder="比如 407 261"
          />
          <Button
            look={canScan ? 'secondary' : 'main'}
            text={typed.length === digits ? '用这个码签到' : '输够六个数字'}
            busy={busy || typed.length !== digits}
            onTap={() => proving.checkIn(typed)}
          />
        </View>
      </Card>
      {view.place.point && (
        <Button
          look="secondary"
          icon="map-pin"
          text={`我就在这儿，${view.radius} 米内都行`}
          busy={busy}
          onTap={proving.checkInHere}
        />
      )}
      <View className="meta">都不行，请组织的人给您登记一下。</View>
    </View>
  )
}
