import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import type { HatView } from '../../domain/contract'
import { ActionBar } from '../ui/ActionBar'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import { Failure, LoadingCard } from '../ui/States'
import { HatStrip } from '../work/HatStrip'
import type { WornHat } from '../work/useHats'
import './AdminPage.scss'

interface Props {
  title: string
  worn: WornHat
  foot?: (hat: HatView) => ReactNode
  onRefresh?: () => Promise<void>
}

/** A page of administration: under which hat, or why there is none. */
export function AdminPage({ title, worn, foot, onRefresh, children }: PropsWithChildren<Props>) {
  const { hat, hats, wear, reading } = worn
  usePullDownRefresh(async () => {
    await onRefresh?.()
    Taro.stopPullDownRefresh()
  })
  if (hat)
    return (
      <Page title={title} tone="staff" foot={foot?.(hat)}>
        <HatStrip hat={hat} hats={hats} wear={wear} />
        <View className="side admin-parts">{children}</View>
      </Page>
    )
  const lost = reading.refused !== undefined
  return (
    <Page
      title={title}
      tone="staff"
      foot={
        (hats || lost) && (
          <ActionBar
            main={
              hats ? (
                <Button text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />
              ) : (
                <Button icon="refresh-cw" text="再试一次" onTap={reading.reload} />
              )
            }
          />
        )
      }
    >
      {hats ? (
        <Failure icon="id-card" title="您现在管不了这里" words="要是该您管，请上级的管理员邀请您。" />
      ) : lost ? (
        <Failure title="没连上，不是您的问题" words="什么都没动，有信号了再来。" />
      ) : (
        <View className="side admin-parts">
          <LoadingCard rows={4} />
        </View>
      )}
    </Page>
  )
}
