import { View } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import { Tap } from '../../ui/Tap'

interface Props {
  path: readonly { id: string; name: string }[]
  onGo: (id: string | undefined) => void
}

/** Where one is in the tree; each step above goes back there. */
export function PathLine({ path, onGo }: Props) {
  return (
    <View className="admin-path">
      {path.map(({ id, name }, index) =>
        index === path.length - 1 ? (
          <View key={id} className="admin-step admin-here">
            {name}
          </View>
        ) : (
          <Tap key={id} className="admin-step" onTap={() => onGo(index === 0 ? undefined : id)}>
            <View>{name}</View>
            <Icon name="chevron-right" size={18} />
          </Tap>
        ),
      )}
    </View>
  )
}
