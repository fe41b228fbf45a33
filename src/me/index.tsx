import { View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { tradeNames } from '../../domain/people/roles'
import { MyRow } from '../appeal/MyRow'
import { Unread } from '../call/Unread'
import { useRead } from '../call/useRead'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chips } from '../ui/Chip'
import { Heading } from '../ui/Heading'
import { Page } from '../ui/Page'
import { Row } from '../ui/Row'
import { Empty, LoadingCard, LoadingLine } from '../ui/States'
import { Hats } from './Hats'
import './index.scss'
import { rememberPerson } from './person'
import { type MineFilter, useMine } from './useMine'

const filters: readonly { name: MineFilter; text: string }[] = [
  { name: 'all', text: '全部' },
  { name: 'open', text: '在办' },
  { name: 'finished', text: '办完的' },
]
const nothing: Record<MineFilter, string> = {
  all: '还没有说过什么',
  open: '没有在办的事',
  finished: '还没有办完的事',
}

/** Who I am, my appointments, and all that I ever said. */
export default function Me() {
  const [filter, setFilter] = useState<MineFilter>('all')
  const me = useRead('person.me', {})
  const mine = useMine(filter)
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) {
      me.reload()
      mine.reload()
    }
    shown.current = true
  })
  useReachBottom(mine.loadMore)
  useEffect(() => {
    if (me.data) rememberPerson(me.data.personId)
  }, [me.data])

  const now = Date.now()
  const person = me.data ?? me.seen?.data
  const rows = mine.rows ?? mine.seen?.data.rows

  return (
    <Page title="我的" tab="me">
      <View className="side me-parts">
        {!person && !me.refused && <LoadingLine wide />}
        {person && (person.trade || person.hats.length === 0) && (
          <Card flush>
            <Row
              icon="user-round"
              title={person.trade ? tradeNames[person.trade] : '还没说是做什么的'}
              meta={person.trade ? '每件事由您选实名、保密还是匿名' : '头一回说事的时候点一下就行'}
            />
          </Card>
        )}
        {person && <Hats hats={person.hats} />}
        <Heading text="我说过的" />
      </View>
      <View className="me-filters">
        <Chips options={filters} chosen={filter} onChoose={setFilter} label="看哪些" />
      </View>
      <View className="side me-list">
        {mine.refused && <Unread refused={mine.refused} at={mine.seen?.at} onAgain={mine.reload} />}
        {!rows && !mine.refused && <LoadingCard rows={3} />}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map((appeal) => (
              <MyRow key={appeal.id} appeal={appeal} now={now} />
            ))}
          </Card>
        )}
        {rows && rows.length === 0 && (
          <Card>
            <Empty title={nothing[filter]} words="回首页，点“我要诉求”或“随手拍”就能说。" />
          </Card>
        )}
        {rows && rows.length > 0 && mine.data && (
          <View className="meta me-end">
            {mine.later.refused ? (
              <Button look="text" icon="refresh-cw" text="没接着取到，再试一次" onTap={mine.loadMore} />
            ) : mine.later.next ? (
              '正在接着取'
            ) : (
              '就这些'
            )}
          </View>
        )}
      </View>
    </Page>
  )
}
