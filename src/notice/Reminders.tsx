import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { askedAt, type Occasion, templates } from '../../domain/notice/templates'
import { ask, rememberLeft } from '../call/remind'
import { useRead } from '../call/useRead'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { toast } from '../ui/toast'
import './Reminders.scss'

/** How many messages WeChat may still send, and a tap that grants more: WeChat takes a yes for each single one. */
export function Reminders({ occasion }: { occasion: Extract<Occasion, 'inbox' | 'inboxOfStaff'> }) {
  const { data, reload } = useRead('notice.reminders', {})
  useEffect(() => {
    if (data) rememberLeft(data.left)
  }, [data])
  if (!data) return null
  const more = async () => {
    const granted = await ask(occasion).catch(() => undefined)
    toast(granted ? '记下了，有消息微信告诉您' : '没加上。微信右上角“…”里，设置，看看订阅消息开没开')
    reload()
  }
  const parts = askedAt[occasion].map((key) => `${templates[key]} ${data.left[key] ?? 0} 条`)
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
