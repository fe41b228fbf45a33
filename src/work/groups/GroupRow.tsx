import { View } from '@tarojs/components'
import { date } from '../../appeal/words'
import { Row } from '../../ui/Row'
import { type BoundGroup, firstWords, takenWords } from './groupWords'

interface Props {
  group: BoundGroup
  now: number
  /** Absent for those who may not. */
  onUnbind?: () => void
}

/** A bound group: what its people took, how fast, and since when it is bound. */
export function GroupRow({ group, now, onUnbind }: Props) {
  const first = firstWords(group.first)
  return (
    <Row
      icon="messages-square"
      title={group.name}
      meta={
        <>
          <View>{takenWords(group)}</View>
          {first && <View>{first}</View>}
          <View>{date(group.at, now)}绑的</View>
        </>
      }
      {...(onUnbind && { link: '解开', onTap: onUnbind })}
    />
  )
}
