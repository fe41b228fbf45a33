import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'
import { yuanOf } from '../yuan'

interface Props {
  /** 0: a bad rating, no money. */
  yuan: number | undefined
  onChange: (yuan: number | undefined) => void
}

const amounts = [20, 50, 100, 200]
const options = [
  { name: '0', text: '差评，没罚钱' },
  ...amounts.map((amount) => ({ name: String(amount), text: `${amount} 元` })),
  { name: 'other', text: '别的数' },
]

/** How much was fined: one tap for what is usual, the number pad for the rest. */
export function FineChoice({ yuan, onChange }: Props) {
  const usual = yuan === undefined || yuan === 0 || amounts.includes(yuan)
  const [typing, setTyping] = useState(!usual)
  const [typed, setTyped] = useState(usual ? '' : String(yuan))
  const chosen = typing ? 'other' : yuan === undefined ? undefined : String(yuan)
  return (
    <View>
      <Heading text="罚了多少" />
      <View className="relief-part">
        <Chips
          wrap
          look="answer"
          label="罚了多少"
          options={options}
          chosen={chosen}
          onChoose={(name) => {
            setTyping(name === 'other')
            onChange(name === 'other' ? yuanOf(typed) : Number(name))
          }}
        />
      </View>
      {typing && (
        <View className="relief-part">
          <Field
            kind="digit"
            caption="罚了几元"
            placeholder="比如 35.5"
            value={typed}
            limit={9}
            onChange={(text) => {
              setTyped(text)
              onChange(yuanOf(text))
            }}
          />
        </View>
      )}
    </View>
  )
}
