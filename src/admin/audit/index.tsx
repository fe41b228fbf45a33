import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { type AuditedAction, auditedActions, auditedNames } from '../../../domain/people/audit'
import { moment, startOfDay } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePages } from '../../call/usePages'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'

const actions = [
  { name: 'all' as const, text: '全部' },
  ...auditedActions.map((name) => ({ name, text: auditedNames[name] })),
]

const dayLong = 86_400_000
const spans = [
  { name: 'all', text: '一直以来' },
  { name: '1', text: '今天' },
  { name: '7', text: '7 天' },
  { name: '30', text: '30 天' },
] as const

/** 操作记录: who did what in my area; narrowed to a kind of action, or to one person by tapping a row of theirs. */
export default function Audit() {
  const worn = useAdminHat('audit.list')
  const organisationId = worn.hat?.organisation.id
  const [action, setAction] = useState<AuditedAction | 'all'>('all')
  const [days, setDays] = useState<(typeof spans)[number]['name']>('all')
  const [actor, setActor] = useState<{ id: string; who: string }>()
  const input = useMemo(
    () =>
      organisationId === undefined
        ? undefined
        : {
            organisationId,
            ...(actor ? { actorId: actor.id } : action !== 'all' && { action }),
            ...(days !== 'all' && { since: startOfDay(Date.now()) - (Number(days) - 1) * dayLong }),
          },
    [organisationId, action, actor, days],
  )
  const pages = usePages('audit.list', input, worn.hat?.id)
  const { rows, refused, seen, reload } = pages
  useReachBottom(pages.loadMore)
  const now = Date.now()
  return (
    <AdminPage title="操作记录" worn={worn} onRefresh={reload}>
      {actor ? (
        <Button look="secondary" icon="x" text={`只看${actor.who}做的`} onTap={() => setActor(undefined)} />
      ) : (
        <View className="admin-chips">
          <Chips options={actions} chosen={action} onChoose={setAction} label="哪类操作" />
        </View>
      )}
      <View className="admin-chips">
        <Chips options={spans} chosen={days} onChoose={setDays} label="多久以来" />
      </View>
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={4} />}
      {rows?.length === 0 && (
        <Card>
          <Empty title="还没有记录" words="谁任免了谁、改了什么，都会记在这里，改不了也删不掉。" />
        </Card>
      )}
      {rows && rows.length > 0 && (
        <Card flush>
          {rows.map(({ id, action: done, who, actorId, organisation, words, at }) => (
            <Row
              key={id}
              title={words}
              due={moment(at, now)}
              badges={<View className="meta">{auditedNames[done]}</View>}
              meta={`${organisation.name} · ${who}`}
              {...(!actor && { onTap: () => setActor({ id: actorId, who }) })}
              quiet
            />
          ))}
        </Card>
      )}
      <PageEnd pages={pages} />
    </AdminPage>
  )
}
