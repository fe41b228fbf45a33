import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Output } from '../../domain/contract'
import { askedAt, type Occasion, templates } from '../../domain/notice/templates'
import { call } from '../call/call'
import { ask, rememberLeft } from '../call/remind'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { toast } from '../ui/toast'
import './Reminders.scss'

type Left = Output<'notice.reminders'>['left']

/** How many messages WeChat may still send, and a tap that grants more: WeChat takes a yes for each single one. */
export function Reminders({ occasion }: { occasion: Extract<Occasion, 'inbox' | 'inboxOfStaff'> }) {
  const [left, setLeft] = useState<Left>()
  const show = (answer: Left) => {
    setLeft(answer)
    rememberLeft(answer)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    call('notice.reminders', {}).then(
      (answer) => show(answer.left),
      () => undefined,
    )
  }, [])
  if (!left) return null
  const more = async () => {
    const answer = await ask(occasion).catch(() => undefined)
    if (answer) show(answer.left)
    toast(answer ? '记下了，有消息微信告诉您' : '没加上。微信右上角“…”里，设置，看看订阅消息开没开')
  }
  const parts = askedAt[occasion].map((key) => `${templates[key]} ${left[key] ?? 0} 条`)
  return (
    <Card>
      <View className="reminders">
        <View className="reminders-words">
          <View className="reminders-head">微信还能提醒您</View>
          <View className="meta">{parts.join('，')}</View>
        </View>
        <Button text="各加一条" icon="bell" look="secondary" onTap={more} />
      </View>
    </Card>
  )
}
