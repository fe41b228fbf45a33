import { View } from '@tarojs/components'
import { transitions } from '../../../domain/appeal/states'
import { Icon } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { type Bar, faces, type StaffAction } from './bar'
import './MoreSheet.scss'

interface Props {
  actions: readonly StaffAction[]
  locked: Bar['locked']
  onChoose: (action: StaffAction) => void
  onClose: () => void
}

/** 更多: what can be done besides, each with what happens; what can't be done now says why. */
export function MoreSheet({ actions, locked, onChoose, onClose }: Props) {
  return (
    <Sheet open title="还能做什么" onClose={onClose}>
      <View className="more-rows">
        {actions.map((action) => (
          <Row
            key={action}
            icon={faces[action].icon}
            title={transitions[action].name}
            meta={faces[action].words}
            onTap={() => onChoose(action)}
          />
        ))}
        {locked.map(({ action, words }) => (
          <View key={action} className="more-locked">
            <Icon name="lock" />
            <View>
              <View className="strong">{transitions[action].name}</View>
              <View className="meta">{words}</View>
            </View>
          </View>
        ))}
      </View>
    </Sheet>
  )
}
