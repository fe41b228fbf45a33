import { View } from '@tarojs/components'
import { Chips } from '../ui/Chip'
import { Sheet } from '../ui/Sheet'

interface Props<Name extends string> {
  open: boolean
  title: string
  options: Readonly<Record<Name, string>>
  chosen: Name
  onChoose: (name: Name) => void
  onClose: () => void
}

/** One of a few, chosen by one tap that also shuts the sheet. */
export function ChoiceSheet<Name extends string>({
  open,
  title,
  options,
  chosen,
  onChoose,
  onClose,
}: Props<Name>) {
  const names = Object.keys(options) as Name[]
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View className="task-choices">
        <Chips
          wrap
          look="answer"
          label={title}
          options={names.map((name) => ({ name, text: options[name] }))}
          chosen={chosen}
          onChoose={(name) => {
            onChoose(name)
            onClose()
          }}
        />
      </View>
    </Sheet>
  )
}
