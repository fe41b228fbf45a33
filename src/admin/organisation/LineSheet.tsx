import { View } from '@tarojs/components'
import { useState } from 'react'
import { SheetFoot } from '../../appeal/SheetFoot'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import type { EditProps } from './sheets'

interface Props extends Omit<EditProps, 'view' | 'save'> {
  title: string
  caption: string
  placeholder: string
  hint?: string
  value: string
  limit: number
  /** May it be left empty? */
  optional?: boolean
  onSave: (value: string | null) => void
}

/** One detail of one line. */
export function LineSheet({ title, caption, placeholder, hint, limit, optional, ...rest }: Props) {
  const { value, busy, refused, onClose, onSave } = rest
  const [words, setWords] = useState(value)
  const said = words.trim()
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button
            look={said || optional ? 'main' : 'locked'}
            text={said || !optional ? '存好' : '不写了，清空'}
            busy={busy}
            onTap={() => onSave(said || null)}
          />
        </SheetFoot>
      }
    >
      <Field caption={caption} value={words} onChange={setWords} placeholder={placeholder} limit={limit} />
      {hint && <View className="hint admin-part">{hint}</View>}
    </Sheet>
  )
}
