import { Input, View } from '@tarojs/components'
import './Field.scss'

interface Props {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Above it, 14 px; also what is read out. */
  caption: string
  limit?: number
  /** nickname: WeChat offers the person's own. */
  kind?: 'text' | 'number' | 'digit' | 'nickname'
  /** Inside a line with others: no caption above. */
  bare?: boolean
}

/** One line of words. Nothing typed is cut off; what is too long is said. */
export function Field({
  value,
  onChange,
  placeholder = '',
  caption,
  limit = 60,
  kind = 'text',
  bare,
}: Props) {
  const length = [...value].length
  return (
    <View>
      {!bare && <View className="meta line-caption">{caption}</View>}
      <View className="line-field">
        <Input
          className="line-words"
          type={kind}
          value={value}
          onInput={(event) => onChange(event.detail.value)}
          placeholder={placeholder}
          placeholderClass="line-placeholder"
          maxlength={-1}
          cursorSpacing={140}
          {...{ 'aria-label': caption }}
        />
        {length > limit && (
          <View className="line-over">
            {length} / {limit}
          </View>
        )}
      </View>
    </View>
  )
}
