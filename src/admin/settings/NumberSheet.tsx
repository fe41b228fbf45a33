import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SettingKey, settings } from '../../../domain/settings/settings'
import { amount, holdsNames, settingWords } from '../../../domain/settings/words'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'

interface Props {
  name: SettingKey
  value: number
  onClose: () => void
  onChange: (value: number) => void
}

/** One number: what it does, between what, and from when on it holds. */
export function NumberSheet({ name, value, onClose, onChange }: Props) {
  const { unit, least, most, standard, holds } = settings[name]
  const { name: title, says } = settingWords[name]
  const [typed, setTyped] = useState(String(value))
  const wished = /^\d+$/.test(typed.trim()) ? Number(typed.trim()) : undefined
  const fits = wished !== undefined && wished >= least && wished <= most
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      foot={
        <>
          {!fits && <View className="meta">{`填 ${least} 到 ${most} 的整数`}</View>}
          <Button
            look={fits ? 'main' : 'locked'}
            text="改成这样"
            onTap={() => wished !== undefined && fits && onChange(wished)}
          />
          {value !== standard && (
            <Button
              look="text"
              text={`照默认的 ${amount(name, standard)}`}
              onTap={() => onChange(standard)}
            />
          )}
        </>
      }
    >
      <View className="plain">{says}</View>
      <Field
        caption={`${unit}，${least} 到 ${most}，默认 ${standard}`}
        kind="number"
        value={typed}
        onChange={setTyped}
        limit={6}
      />
      <View className="meta">{holdsNames[holds]}</View>
    </Sheet>
  )
}
