import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { watchGroup } from './call/group'
import { startHandIns, wakeHandIns } from './call/handIns'
import { startOutbox, wakeOutbox } from './call/outbox'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    const env = process.env.TARO_APP_CLOUD_ENV
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init(env ? { env } : {})
    startOutbox()
    startHandIns()
  })
  useDidShow(() => {
    wakeOutbox()
    wakeHandIns()
    watchGroup()
  })
  return children
}
