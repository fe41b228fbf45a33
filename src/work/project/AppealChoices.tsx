import { View } from '@tarojs/components'
import type { AppealRow } from '../../../domain/contract'
import { Choice } from '../../ui/Choice'

interface Props {
  appeals: readonly AppealRow[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Appeals of which any number is chosen. */
export function AppealChoices({ appeals, chosen, onChange }: Props) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <View className="sheet-part">
      {appeals.map(({ id, title, placeName, organisation, number }) => (
        <Choice
          key={id}
          title={title}
          words={`${placeName} · ${organisation.name} · 编号 ${number}`}
          chosen={chosen.includes(id)}
          onChoose={() => toggle(id)}
        />
      ))}
    </View>
  )
}
