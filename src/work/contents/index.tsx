import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { ago } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Empty, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import './index.scss'
import { Judging, useJudging } from './Judging'

/** 内容待看: nicknames and thanks that others do not see yet. What stands in an appeal is looked at there. */
export default function Contents() {
  const { hat, hats, wear, reading: me } = useHats()
  const pages = usePages('content.held', hat && {}, hat?.id)
  const { rows, refused, seen, reload } = pages
  const [wrong, setWrong] = useState<Refused>()
  const [judging, setJudging] = useState<string>()
  const now = useNow()
  const { busy, judge } = useJudging(hat?.id, {
    onDone: (sentence) => {
      toast(sentence)
      reload()
    },
    onRefused: setWrong,
  })
  useReachBottom(pages.loadMore)
  usePull(reload)
  if (!hat)
    return (
      <NoHat
        title="内容待看"
        known={hats !== undefined}
        lost={me.refused !== undefined}
        onAgain={me.reload}
      />
    )
  return (
    <Page title="内容待看" tone="staff" behind="/work/bench/index">
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side contents">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="没有要看的" words="称呼和感谢的话，微信拿不准的先停在这里；单子里的在单子里看。" />
          </Card>
        )}
        {rows?.map(({ about, piece, words, title, since }) => (
          <Card key={`${about.id}-${piece}`}>
            <View className="meta">
              {about.kind === 'person' ? '称呼' : `对「${title}」说的谢谢`} · {ago(since, now)}
            </View>
            <View className="strong said contents-words">{words}</View>
            <Judging
              busy={busy && judging === piece}
              onJudge={(open) => {
                setJudging(piece)
                judge({ about, piece }, open)
              }}
            />
          </Card>
        ))}
        {rows && rows.length > 0 && <PageEnd pages={pages} />}
      </View>
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          reload()
        }}
      />
    </Page>
  )
}
