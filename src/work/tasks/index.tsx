import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { granted, type PermissionKey } from '../../../domain/permission'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePull, useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Empty, LoadingCard } from '../../ui/States'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { BoardRow } from './BoardRow'

const shelves = [
  { name: 'open', text: '正在招人' },
  { name: 'over', text: '做完了' },
  { name: 'draft', text: '草稿' },
  { name: 'cancelled', text: '取消的' },
] as const
type Shelf = (typeof shelves)[number]['name']

const nothing: Record<Shelf, readonly [title: string, words: string]> = {
  open: ['现在没有在招人的', '要人搭把手，就发一个任务。'],
  over: ['还没有做完的', '到点结束的，会到这里来。'],
  draft: ['没有草稿', '没写完的先存着，想好了再发。'],
  cancelled: ['没有取消过的', '取消的任务和原因，会留在这里。'],
}

/** 志愿任务: what the organisation asks for, who has come, and who has not. */
export default function Tasks() {
  const { hat, hats, wear, reading: me } = useHats()
  const [state, setState] = useState<Shelf>('open')
  const pages = usePages('task.board', hat && { state }, hat?.id)
  const now = useNow()
  useReturn(pages.reload)
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  if (!hat)
    return (
      <NoHat
        title="志愿任务"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  const { rows } = pages
  const may = (action: PermissionKey) => granted(action, hat.role, ['organisation'])
  const go = (url: string) => () => Taro.navigateTo({ url })
  const [title, words] = nothing[state]
  return (
    <Page
      title="志愿任务"
      tone="staff"
      behind="/work/bench/index"
      foot={
        may('task.create') && (
          <ActionBar
            secondary={
              may('task.toVerify') && <Button look="secondary" text="验收" onTap={go('/work/verify/index')} />
            }
            main={<Button icon="plus" text="发任务" onTap={go('/work/publish/index')} />}
          />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View style={{ padding: '8px 0' }}>
        <Chips label="看哪些" options={shelves} chosen={state} onChoose={setState} />
      </View>
      <View className="side" style={{ paddingBottom: '24px' }}>
        {pages.refused && <Unread refused={pages.refused} at={pages.seen?.at} onAgain={pages.reload} />}
        {!rows && !pages.refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title={title} words={words} />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((task) => (
              <BoardRow key={task.id} task={task} organisationId={hat.organisation.id} now={now} />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
    </Page>
  )
}
