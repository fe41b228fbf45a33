import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { limits } from '../../../domain/appeal/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import './ContactSheet.scss'

const reasons = ['约个时间', '问清在哪', '问清经过', '回访'].map((text) => ({ name: text, text }))

interface Props {
  id: string
  hat: string | undefined
  onClose: () => void
}

/** 看电话: why first, since the person reads it; then the number, to be called. */
export function ContactSheet({ id, hat, onClose }: Props) {
  const [words, setWords] = useState('')
  const [seen, setSeen] = useState<{ phone: string; nickname?: string | undefined }>()
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const look = async () => {
    setRefused(undefined)
    const answer = await take('appeal.contact', { id, words })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) setSeen(answer)
  }
  if (seen)
    return (
      <Sheet
        open
        title={seen.nickname ?? '本人'}
        onClose={onClose}
        foot={
          <Button
            icon="phone"
            text="打电话"
            onTap={() => Taro.makePhoneCall({ phoneNumber: seen.phone }).catch(() => {})}
          />
        }
      >
        <View className="contact-phone">{seen.phone}</View>
        <View className="meta">这次看电话记下了，本人看得到是谁、为什么。</View>
      </Sheet>
    )
  return (
    <Sheet
      open
      title="为什么看电话"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={words.trim() ? undefined : '选一个或写一句，本人看得到'}>
          {words.trim() ? (
            <Button text="看电话" busy={busy} onTap={look} />
          ) : (
            <Button look="locked" text="看电话" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="contact-reasons">
        <Chips wrap look="answer" label="为什么" options={reasons} chosen={words} onChoose={setWords} />
      </View>
      <TextArea
        inSheet
        short
        value={words}
        onChange={setWords}
        limit={limits.reason}
        label="为什么看电话"
        placeholder="比如：约今天下午一起看门"
      />
    </Sheet>
  )
}
