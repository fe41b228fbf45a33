import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { LoadingCard } from '../../ui/States'
import type { Colleagues } from './useColleagues'

interface Props {
  colleagues: Colleagues
  chosen: string | undefined
  onChoose: (personId: string) => void
  /** When there is nobody to choose. */
  nobody: string
}

/** One colleague of the organisation. */
export function ColleagueChoice({ colleagues: { list, refused, reload }, chosen, onChoose, nobody }: Props) {
  if (refused)
    return (
      <View className="meta">
        {refused.message}
        <Button look="text" icon="refresh-cw" text="再试一次" onTap={reload} />
      </View>
    )
  if (!list) return <LoadingCard rows={2} />
  if (list.length === 0) return <View className="plain">{nobody}</View>
  return (
    <View {...{ role: 'radiogroup', 'aria-label': '同事' }}>
      {list.map(({ personId, name, title }) => (
        <Choice
          key={personId}
          title={name}
          {...(name !== title && { words: title })}
          chosen={personId === chosen}
          onChoose={() => onChoose(personId)}
        />
      ))}
    </View>
  )
}
