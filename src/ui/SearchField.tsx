import { Input, View } from '@tarojs/components'
import { Icon } from './Icon'
import './SearchField.scss'
import { Tap } from './Tap'

interface Props {
  value: string
  onChange: (value: string) => void
  placeholder: string
  focus?: boolean
}

/** One line to search by. */
export function SearchField({ value, onChange, placeholder, focus }: Props) {
  return (
    <View className="search">
      <Icon name="search" size={20} />
      <Input
        className="search-words"
        value={value}
        onInput={(event) => onChange(event.detail.value)}
        placeholder={placeholder}
        placeholderClass="search-placeholder"
        confirmType="search"
        maxlength={30}
        {...(focus && { focus: true })}
        {...{ 'aria-label': placeholder }}
      />
      {value !== '' && (
        <Tap className="search-clear" label="清空" onTap={() => onChange('')}>
          <Icon name="x" size={20} />
        </Tap>
      )}
    </View>
  )
}
