import { View } from '@tarojs/components'
import { useState } from 'react'
import { platforms } from '../../../domain/people/platforms'
import type { Trade } from '../../../domain/people/roles'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'

interface Props {
  trade: Trade | undefined
  platform: string | undefined
  onChange: (platform: string) => void
}

/** Which platform: the big ones of the trade, or any other by its name. */
export function PlatformChoice({ trade = 'delivery', platform, onChange }: Props) {
  const known: readonly string[] = platforms[trade].length > 0 ? platforms[trade] : platforms.delivery
  const [naming, setNaming] = useState(Boolean(platform && !known.includes(platform)))
  return (
    <View>
      <Heading text="哪个平台" />
      <View className="relief-part">
        <Chips
          wrap
          look="answer"
          label="哪个平台"
          options={[...known.map((name) => ({ name, text: name })), { name: '', text: '别的' }]}
          chosen={naming ? '' : platform}
          onChoose={(name) => {
            setNaming(name === '')
            onChange(name)
          }}
        />
      </View>
      {naming && (
        <View className="relief-part">
          <Field caption="平台叫什么" value={platform ?? ''} limit={20} onChange={onChange} />
        </View>
      )}
    </View>
  )
}
