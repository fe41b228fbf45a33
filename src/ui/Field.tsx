import { Input, View } from '@tarojs/components'
import './Field.scss'

interface Props {
  value: string
  onChange: (value: string) => void
  /** Above it, 14 px; also what it is called aloud. */
  caption: string
  placeholder?: string
  limit?: number
  kind?: 'text' | 'number' | 'digit'
  /** Inside a line with others: no caption above. */
  bare?: boolean
}

/** One line to write in. */
export function Field({
  value,
  onChange,
  caption,
  placeholder = '',
  limit = 60,
  kind = 'text',
  bare,
}: Props) {
  return (
    <View className="one-line">
      {!bare && <View className="meta field-caption">{caption}</View>}
      <Input
        className="one-line-words"
        value={value}
        type={kind}
        onInput={(event) => onChange(event.detail.value)}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        maxlength={limit}
        cursorSpacing={140}
        {...{ 'aria-label': caption }}
      />
    </View>
  )
}
