import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { isRefused, useStep } from '../../appeal/useStep'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { toast } from '../../ui/toast'

/** Where to bring it: asked for each time, never kept on the phone; each look is written down. */
export function Address({ id }: { id: string }) {
  const { busy, take } = useStep()
  const [found, setFound] = useState<Output<'task.beneficiary'>>()
  const look = async () => {
    const answer = await take('task.beneficiary', { id })
    if (!answer) return
    if (isRefused(answer)) toast(answer.message)
    else setFound(answer)
  }
  if (!found)
    return (
      <Card>
        <View className="meta">送到哪、给谁，只有您看得到，看一次记一次</View>
        <Button look="secondary" icon="map-pin" text="看送到哪" busy={busy} onTap={look} />
      </Card>
    )
  const { name, address, phone } = found
  return (
    <Card>
      <View className="strong">{name}</View>
      <View className="plain said">{address}</View>
      {phone !== '' && (
        <Button
          look="secondary"
          icon="phone"
          text="打个电话"
          // Somebody who does not go through with it is no error.
          onTap={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
        />
      )}
    </Card>
  )
}
