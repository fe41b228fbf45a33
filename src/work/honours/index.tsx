import { View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Output } from '../../../domain/contract'
import { type HonourState, honourStates } from '../../../domain/honour/honour'
import { honourKinds } from '../../../domain/honour/kinds'
import type { OrganisationKind } from '../../../domain/people/roles'
import { isLost } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { HonourBadge } from '../../points/HonourBadge'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { HonourSheet } from './HonourSheet'
import { NominateSheet } from './NominateSheet'

export type Nomination = Output<'honour.queue'>['rows'][number]

const shelves: readonly HonourState[] = ['proposed', 'notice', 'contested', 'awarded', 'refused', 'declined']
const options = shelves.map((name) => ({ name, text: honourStates[name] }))
const nothing: Record<HonourState, string> = {
  proposed: '谁做得好，社区或区里提名；另一位书记或街道来复核。',
  notice: '复核同意了，公示五个工作日。',
  contested: '公示时有人有话说，就到这里，由复核的人定。',
  awarded: '公示完没有异议，自动授予。',
  refused: '没通过复核，或者看过异议没授予的，在这里。',
  declined: '本人不要的，在这里。',
}

/** Candidates come from the rankings; streets and the city have none of their own. */
const withoutRanking: readonly OrganisationKind[] = ['street', 'city']

/** 荣誉: what waits for a second person, what is in notice, what somebody objects to; nominating at the foot. */
export default function HonourDesk() {
  const { hat, hats, wear, reading: me } = useHats()
  const [state, setState] = useState<HonourState>('proposed')
  const pages = usePages('honour.queue', hat && { state }, hat?.id)
  const [opened, setOpened] = useState<Nomination | 'new'>()
  const [wrong, setWrong] = useState<Refused>()
  const now = useNow()
  const visited = useRef(false)
  useDidShow(() => {
    if (visited.current) pages.reload()
    visited.current = true
  })
  useReachBottom(pages.loadMore)
  usePull(pages.reload)
  if (!hat)
    return (
      <NoHat title="荣誉" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const { rows, refused, seen, reload } = pages
  const finish = (said: string) => {
    setOpened(undefined)
    toast(said)
    reload()
  }
  const sheet = { hat: hat.id, onClose: () => setOpened(undefined), onDone: finish, onRefused: setWrong }
  return (
    <Page
      title="荣誉"
      tone="staff"
      behind="/work/bench/index"
      foot={
        !withoutRanking.includes(hat.organisation.kind) && (
          <ActionBar main={<Button icon="plus" text="提名一位" onTap={() => setOpened('new')} />} />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View style={{ padding: '8px 0 12px' }}>
        <Chips options={options} chosen={state} onChoose={setState} label="看哪些" />
      </View>
      <View className="side" style={{ paddingBottom: '24px' }}>
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="这里没有" words={nothing[state]} />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((row) => (
              <Row
                key={row.id}
                quiet
                badges={<HonourBadge state={row.state} />}
                due={row.state === 'notice' ? `公示到 ${date(row.noticeEnds, now)}` : date(row.at, now)}
                title={`${row.name} · ${honourKinds[row.kind].name}`}
                meta={[
                  row.place,
                  row.objections.length > 0 ? `${row.objections.length} 条异议` : '',
                  row.reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                onTap={() => setOpened(row)}
              />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
      {opened === 'new' && <NominateSheet {...sheet} />}
      {opened && opened !== 'new' && <HonourSheet honour={opened} now={now} {...sheet} />}
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          if (wrong && !isLost(wrong)) reload()
        }}
      />
    </Page>
  )
}
