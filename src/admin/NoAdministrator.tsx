import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { ActionBar } from '../ui/ActionBar'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import { Failure, LoadingCard } from '../ui/States'
import type { WornHat } from '../work/useHats'
import './admin.scss'

/** A page of administrators for somebody who is none, or of whom it is not known yet. */
export function NoAdministrator({
  title,
  hats,
  reading,
}: { title: string } & Pick<WornHat, 'hats' | 'reading'>) {
  const lost = hats === undefined && reading.refused !== undefined
  const main = hats ? (
    <Button text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />
  ) : (
    lost && <Button icon="refresh-cw" text="再试一次" busy={reading.loading} onTap={reading.reload} />
  )
  return (
    <Page title={title} tone="staff" foot={main && <ActionBar main={main} />}>
      {hats ? (
        <Failure icon="id-card" title="您现在管不了这里" words="要是该您管，请上级的管理员邀请您。" />
      ) : lost ? (
        <Failure title="没连上，不是您的问题" words="资料都在。有信号了再点一次。" />
      ) : (
        <View className="side admin-list">
          <LoadingCard rows={4} />
        </View>
      )}
    </Page>
  )
}
