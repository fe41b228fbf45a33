import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { ActionBar } from '../ui/ActionBar'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import { Failure, LoadingCard } from '../ui/States'

interface Props {
  /** Of the page that would be here. */
  title: string
  /** The function has said that there is none. */
  known: boolean
  lost: boolean
  onAgain: () => void
}

/** A page of staff for someone who has no hat, or of whom it is not known yet. */
export function NoHat({ title, known, lost, onAgain }: Props) {
  const main = known ? (
    <Button text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />
  ) : (
    lost && <Button icon="refresh-cw" text="再试一次" onTap={onAgain} />
  )
  return (
    <Page title={title} tone="staff" foot={main && <ActionBar main={main} />}>
      {known ? (
        <Failure icon="id-card" title="您还没有工作身份" words="请单位的管理员给您加上，加上了就能办。" />
      ) : lost ? (
        <Failure title="没连上，不是您的问题" words="单子都在，一件没丢。" />
      ) : (
        <View className="side" style={{ paddingTop: '12px' }}>
          <LoadingCard rows={4} />
        </View>
      )}
    </Page>
  )
}
