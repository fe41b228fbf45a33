import { Textarea, View } from '@tarojs/components'
import './TextArea.scss'

interface Props {
  value: string
  onChange: (value: string) => void
  placeholder: string
  /** Told when it is near; nothing typed is cut off. */
  limit: number
  label: string
  /** Above it, 14 px. */
  caption?: string
  /** Lower: for a sentence in a sheet. */
  short?: boolean
  focus?: boolean
  /** Inside a sheet. */
  inSheet?: boolean
}

/** Several lines of words. */
export function TextArea({
  value,
  onChange,
  placeholder,
  limit,
  label,
  caption,
  short,
  focus,
  inSheet,
}: Props) {
  const length = [...value].length
  return (
    <View>
      {caption && <View className="meta field-caption">{caption}</View>}
      <View className={`field ${short ? 'field-short' : ''}`}>
        <Textarea
          className="field-words"
          value={value}
          onInput={(event) => onChange(event.detail.value)}
          placeholder={placeholder}
          placeholderClass="field-placeholder"
          maxlength={-1}
          cursorSpacing={140}
          disableDefaultPadding
          {...(inSheet && { fixed: true })}
          {...(focus && { focus: true })}
          {...{ 'aria-label': label }}
        />
        {length > limit * 0.9 && (
          <View className={`field-count ${length > limit ? 'field-over' : ''}`}>
            {length} / {limit}
          </View>
        )}
      </View>
    </View>
  )
}
