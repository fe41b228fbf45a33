import { View } from '@tarojs/components'
import { Choice } from '../ui/Choice'
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
      <View {...{ role: 'radiogroup', 'aria-label': title }}>
        {names.map((name) => (
          <Choice
            key={name}
            title={options[name]}
            chosen={name === chosen}
            onChoose={() => {
              onChoose(name)
              onClose()
            }}
          />
        ))}
      </View>
    </Sheet>
  )
}
