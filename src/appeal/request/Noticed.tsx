import { View } from '@tarojs/components'
import { useState } from 'react'
import { dangerIn } from '../../../domain/appeal/danger'
import { cover, personalIn, personalNames } from '../../../domain/appeal/personal'
import { Offer } from '../../ui/Offer'
import { Toggle } from '../../ui/Toggle'
import { urgentWords } from '../city'

interface Props {
  text: string
  urgent: boolean
  onUrgent: (urgent: boolean) => void
  onText: (text: string) => void
}

/** What the words hold that the person may not have thought of: danger to people, and personal numbers. */
export function Noticed({ text, urgent, onUrgent, onText }: Props) {
  const [calm, setCalm] = useState<string>()
  const [kept, setKept] = useState<string>()
  const danger = dangerIn(text)
  const spans = personalIn(text)
  const numbers = spans.map(({ from, to }) => text.slice(from, to)).join(' ')
  const kinds = [...new Set(spans.map(({ kind }) => personalNames[kind]))].join('、')
  return (
    <>
      {urgent ? (
        <View className="side">
          <Toggle
            red
            icon="siren"
            title="按紧急办"
            words={`${urgentWords()}。不急就关上`}
            on
            onChange={onUrgent}
          />
        </View>
      ) : (
        danger !== undefined &&
        danger !== calm && (
          <View className="side">
            <Offer
              red
              icon="siren"
              title="有人正有危险吗？"
              words={`您说了“${danger}”。按紧急办，${urgentWords()}`}
              yes={{ text: '按紧急办', onTap: () => onUrgent(true) }}
              no={{ text: '不急', onTap: () => setCalm(danger) }}
            />
          </View>
        )
      )}
      {spans.length > 0 && numbers !== kept && (
        <View className="side">
          <Offer
            icon="eye-off"
            title={`写了${kinds}，要盖住吗？`}
            words={
              spans.some(({ kind }) => kind === 'plate')
                ? '说的就是这辆车，就留着'
                : '留着的话，办事的人也看不到号码'
            }
            yes={{ text: '盖住', onTap: () => onText(cover(text)) }}
            no={{ text: '留着', onTap: () => setKept(numbers) }}
          />
        </View>
      )}
    </>
  )
}
