import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import type { HatView } from '../../domain/contract'
import { Page } from '../ui/Page'
import { HatStrip } from '../work/HatStrip'
import type { WornHat } from '../work/useHats'
import './AdminPage.scss'
import { NoAdministrator } from './NoAdministrator'

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
  return <NoAdministrator title={title} hats={hats} reading={reading} />
}
