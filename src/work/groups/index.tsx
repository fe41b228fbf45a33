import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { granted } from '../../../domain/permission'
import { cameFromGroup } from '../../call/group'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { GroupRow } from './GroupRow'
import { Here } from './Here'
import './index.scss'
import type { BoundGroup } from './groupWords'
import { UnbindSheet } from './UnbindSheet'

/** 骑手群: the group chats of the organisation, and how fast its tasks are taken there. */
export default function Groups() {
  const { hat, hats, wear, reading: me } = useHats()
  const pages = usePages('group.list', hat && {}, hat?.id)
  const here = useRead('group.here', hat && cameFromGroup() ? {} : undefined, hat?.id)
  const [asked, setAsked] = useState<BoundGroup>()
  const now = useNow()
  const reload = async () => {
    await Promise.all([pages.reload(), here.reload()])
  }
  useReturn(reload)
  useReachBottom(pages.loadMore)
  usePull(reload)
  if (!hat)
    return (
      <NoHat title="骑手群" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const { rows, refused, seen } = pages
  const mayUnbind = granted('group.unbind', hat.role, ['organisation'])
  return (
    <Page title="骑手群" tone="staff" behind="/work/bench/index">
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side groups">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        <Here here={here.data} hat={hat} onBound={reload} />
        {!rows && !refused && <LoadingCard rows={2} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="还没有绑群" words="绑上以后，看得到群里领了几个、多快有人领。" />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((group) => (
              <GroupRow
                key={group.id}
                group={group}
                now={now}
                {...(mayUnbind && { onUnbind: () => setAsked(group) })}
              />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
      {asked && <UnbindSheet group={asked} hat={hat} onClose={() => setAsked(undefined)} onDone={reload} />}
    </Page>
  )
}
