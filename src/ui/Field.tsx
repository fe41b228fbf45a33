import { Input, View } from '@tarojs/components'
import './Field.scss'

interface Props {
  value: string
  onChange: (value: string) => void
  placeholder: string
  /** Above it, 14 px; also what is read out. */
  caption: string
  limit: number
  /** WeChat offers the person's own nickname. */
  nickname?: boolean
}

/** One line of words. Nothing typed is cut off; what is too long is said. */
export function Field({ value, onChange, placeholder, caption, limit, nickname }: Props) {
  const length = [...value].length
  return (
    <View>
      <View className="meta line-caption">{caption}</View>
      <View className="line-field">
        <Input
          className="line-words"
          type={nickname ? 'nickname' : 'text'}
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
