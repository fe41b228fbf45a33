import { ScrollView, View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'
import { chipText, type FilterName, type Filters, isSet } from './filters'

interface Props {
  filters: Filters
  names: readonly FilterName[]
  /** Turns one on or off at once, or opens the sheet where one chooses. */
  onTap: (name: FilterName) => void
}

const atOnce: readonly FilterName[] = ['late', 'mine']

/** One line of filters that scrolls sideways; what is chosen stands on its chip in ink. */
export function FilterChips({ filters, names, onTap }: Props) {
  return (
    <ScrollView className="chips-scroll" scrollX showScrollbar={false} enhanced>
      <View className="chips" {...{ role: 'group', 'aria-label': '缩小范围' }}>
        {names.map((name) => {
          const chosen = isSet(filters, name)
          return (
            <Tap
              key={name}
              {...(atOnce.includes(name) && { role: 'switch' as const, checked: chosen })}
              className={`chip ${chosen ? 'chip-filter' : ''}`}
              onTap={() => onTap(name)}
            >
              <View>{chipText(filters, name)}</View>
              {!atOnce.includes(name) && <Icon name="chevron-down" size={18} />}
            </Tap>
          )
        })}
      </View>
    </ScrollView>
  )
}
