import { View } from '@tarojs/components'
import { type Category, categories, categoryNames } from '../../../domain/appeal/categories'
import { alwaysOn } from '../../../domain/settings/overrides'
import { Button } from '../../ui/Button'
import { SeveralChips } from '../../ui/SeveralChips'
import { Sheet } from '../../ui/Sheet'

interface Props {
  off: readonly Category[]
  onClose: () => void
  onChange: (off: Category[]) => void
}

const options = categories
  .filter((name) => name !== alwaysOn)
  .map((name) => ({ name, text: categoryNames[name] }))

/** Which categories the city takes; what fits none of them goes to 其他, which stays. */
export function CategoriesSheet({ off, onClose, onChange }: Props) {
  return (
    <Sheet
      open
      tall
      title="收哪些类别"
      onClose={onClose}
      foot={<Button look="main" text="选好了" onTap={onClose} />}
    >
      <View className="plain">不勾的，大家就提不了。已经提的照样办。“{categoryNames[alwaysOn]}”一直收。</View>
      <SeveralChips
        label="收哪些类别"
        options={options}
        chosen={categories.filter((name) => !off.includes(name))}
        onToggle={(name) =>
          onChange(off.includes(name) ? off.filter((each) => each !== name) : [...off, name])
        }
      />
    </Sheet>
  )
}
