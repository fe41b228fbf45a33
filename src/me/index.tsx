import { View } from '@tarojs/components'
import Taro, { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Input } from '../../domain/contract'
import { tradeNames } from '../../domain/people/roles'
import { MyRow } from '../appeal/MyRow'
import { PageEnd } from '../call/PageEnd'
import { Unread } from '../call/Unread'
import { usePages } from '../call/usePages'
import { useRead } from '../call/useRead'
import { useUnread } from '../notice/useUnread'
import { VolunteerRows } from '../task/VolunteerRows'
import { Card } from '../ui/Card'
import { Chips } from '../ui/Chip'
import { Heading } from '../ui/Heading'
import { Page } from '../ui/Page'
import { Row } from '../ui/Row'
import { Empty, LoadingCard, LoadingLine } from '../ui/States'
import { Hats } from './Hats'
import { Honoured } from './Honoured'
import './index.scss'

type MineFilter = NonNullable<Input<'appeal.mine'>['filter']>

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
  const mine = usePages('appeal.mine', { filter })
  const unread = useUnread()
  const own = useRead('honour.mine', {})
  const honours = (own.data ?? own.seen?.data)?.rows
  const honoured = honours?.flatMap(({ state, kind }) => (state === 'awarded' ? [kind] : [])) ?? []
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) {
      me.reload()
      mine.reload()
      own.reload()
    }
    shown.current = true
  })
  useReachBottom(mine.loadMore)

  const now = Date.now()
  const person = me.data ?? me.seen?.data
  const { rows } = mine

  return (
    <Page title="我的" tab="me">
      <View className="side me-parts">
        {!person && !me.refused && <LoadingLine wide />}
        {person && (
          <Card flush>
            <Row
              icon="user-round"
              {...(honoured.length > 0 && { badges: <Honoured kinds={honoured} /> })}
              title={person.nickname ?? (person.trade ? tradeNames[person.trade] : '还没报到')}
              meta={
                person.community
                  ? `在${person.community.name}报到了 · 我的资料`
                  : '去社区报到，20 秒，以后少填几样'
              }
              onTap={() =>
                Taro.navigateTo({ url: person.community ? '/account/data/index' : '/account/register/index' })
              }
            />
            {!person.community && (
              <Row
                icon="shield-check"
                title="我的资料"
                meta="存了什么、谁看过，都在这里"
                onTap={() => Taro.navigateTo({ url: '/account/data/index' })}
              />
            )}
          </Card>
        )}
        <Card flush>
          <Row
            icon="bell"
            title="消息"
            meta={unread > 0 ? `${unread} 条没看` : '办到哪步，都告诉您'}
            onTap={() => Taro.navigateTo({ url: '/notice/index' })}
          />
        </Card>
        <Card flush>
          <Row
            icon="award"
            title="我的积分"
            meta="每一分怎么来的、能换什么"
            onTap={() => Taro.navigateTo({ url: '/points/index/index' })}
          />
          {honours && honours.length > 0 && (
            <Row
              icon="stamp"
              title="我的荣誉"
              meta={honoured.length > 0 ? '奖状在这里，点开存下来' : '有人提名您了，点开看看'}
              onTap={() => Taro.navigateTo({ url: '/points/honours/index?of=mine' })}
            />
          )}
        </Card>
        {person && (
          <Card flush>
            <Row
              icon="inbox"
              title="认领一件事"
              meta="别人替您报的，用认领码接到自己手机上"
              onTap={() => Taro.navigateTo({ url: '/appeal/claim/index' })}
            />
            <Row
              icon="heart"
              title="说声谢谢"
              meta="有人替您跑了一趟，用谢谢码谢谢他"
              onTap={() => Taro.navigateTo({ url: '/task/thanks/index' })}
            />
          </Card>
        )}
        <VolunteerRows />
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
        <PageEnd pages={mine} />
      </View>
    </Page>
  )
}
