import { View } from '@tarojs/components'
import type { HatView } from '../../../domain/contract'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { CodePicture } from '../CodePicture'

/** 报到码: to be put up at the door; who scans it registers with this community. */
export function RegisterCodeSheet({ hat, onClose }: { hat: HatView; onClose: () => void }) {
  const { id, name } = hat.organisation
  const { data, refused } = useRead('organisation.picture', { id }, hat.id)
  return (
    <Sheet open title="报到码" onClose={onClose} foot={<Button text="好了" onTap={onClose} />}>
      <View className="register-code">
        <CodePicture url={data?.url} refused={refused} label={`${name}的报到码`} />
        <View className="plain">{name}。打出来贴在门口，扫一下就来报到。</View>
      </View>
    </Sheet>
  )
}
