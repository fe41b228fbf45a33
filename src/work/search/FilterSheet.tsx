import { View } from '@tarojs/components'
import { categoryNames } from '../../../domain/appeal/categories'
import { kindNames } from '../../../domain/appeal/names'
import { stateNames } from '../../../domain/appeal/states'
import { Button } from '../../ui/Button'
import { Chips } from '../../ui/Chip'
import { SeveralChips } from '../../ui/SeveralChips'
import { Sheet } from '../../ui/Sheet'
import { type FilterName, type Filters, spanNames } from './filters'

export type Listed = Extract<FilterName, 'states' | 'category' | 'kind' | 'span'>

interface Props {
  /** Which is chosen; nothing: the sheet is shut. */
  name: Listed | undefined
  filters: Filters
  onChange: (filters: Filters) => void
  onClose: () => void
}

const titles: Record<Listed, string> = {
  states: '哪些状态',
  category: '哪一类',
  kind: '哪一种',
  span: '什么时候提的',
}
const optionsOf = <Name extends string>(names: Record<Name, string>) =>
  (Object.keys(names) as Name[]).map((name) => ({ name, text: names[name] }))

/** The choices of one filter. Of states several; of the others one, which closes the sheet. */
export function FilterSheet({ name, filters, onChange, onClose }: Props) {
  const choose = (change: Partial<Filters>) => {
    onChange({ ...filters, ...change })
    onClose()
  }
  const toggle = (state: Filters['states'][number]) => {
    const { states } = filters
    const others = states.filter((each) => each !== state)
    onChange({ ...filters, states: others.length < states.length ? others : [...states, state] })
  }
  const anything = () => {
    if (!name) return
    const { [name]: _, ...rest } = filters
    onChange({ ...rest, states: name === 'states' ? [] : filters.states })
    onClose()
  }
  return (
    <Sheet
      open={name !== undefined}
      title={name ? titles[name] : ''}
      onClose={onClose}
      foot={
        <View className="search-foot">
          <View className="search-anything">
            <Button look="secondary" text="不限" onTap={anything} />
          </View>
          {name === 'states' && (
            <View className="search-these">
              <Button text="就看这些" onTap={onClose} />
            </View>
          )}
        </View>
      }
    >
      <View className="search-choices">
        {name === 'states' && (
          <SeveralChips
            label="哪些状态"
            options={optionsOf(stateNames)}
            chosen={filters.states}
            onToggle={toggle}
          />
        )}
        {name === 'category' && (
          <Chips
            label="哪一类"
            options={optionsOf(categoryNames)}
            chosen={filters.category}
            onChoose={(category) => choose({ category })}
            look="answer"
            wrap
          />
        )}
        {name === 'kind' && (
          <Chips
            label="哪一种"
            options={optionsOf(kindNames)}
            chosen={filters.kind}
            onChoose={(kind) => choose({ kind })}
            look="answer"
            wrap
          />
        )}
        {name === 'span' && (
          <Chips
            label="什么时候提的"
            options={optionsOf(spanNames)}
            chosen={filters.span}
            onChoose={(span) => choose({ span })}
            look="answer"
            wrap
          />
        )}
      </View>
    </Sheet>
  )
}
