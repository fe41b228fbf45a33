import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { mayAppoint } from '../../../domain/people/appointing'
import { peopleLimits } from '../../../domain/people/limits'
import { type Role, roleNames } from '../../../domain/people/roles'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { useReturn } from '../../call/useFreshness'
import { type RowOf, usePages } from '../../call/usePages'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Row } from '../../ui/Row'
import { SearchField } from '../../ui/SearchField'
import { Empty, LoadingCard } from '../../ui/States'
import { useSettled } from '../../ui/useSettled'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import { EndSheet } from './EndSheet'
import { InviteSheet } from './InviteSheet'
import { PersonRow } from './PersonRow'
import { RegisterCodeSheet } from './RegisterCodeSheet'

type Appointed = RowOf<'appointment.list'>
const keyOf = ({ personId, appointmentId }: Appointed) => `${personId} ${appointmentId}`
const roles = [
  { name: 'all' as const, text: '全部' },
  ...(Object.keys(roleNames) as Role[]).map((name) => ({ name, text: roleNames[name] })),
]

/** Who works for an organisation and all below it: search, filter, invite, end one or several appointments. */
export default function People() {
  const worn = useAdminHat('appointment.list')
  const organisationId = worn.hat?.organisation.id
  const [text, setText] = useState('')
  const wanted = useSettled(text.trim())
  const [role, setRole] = useState<Role | 'all'>('all')
  const input = useMemo(
    () =>
      organisationId === undefined
        ? undefined
        : { organisationId, text: wanted, ...(role !== 'all' && { role }) },
    [organisationId, wanted, role],
  )
  const pages = usePages('appointment.list', input, worn.hat?.id)
  const { rows, refused, seen, reload } = pages
  const [chosen, setChosen] = useState<Appointed[]>()
  const [ending, setEnding] = useState<Appointed[]>()
  const [inviting, setInviting] = useState(false)
  const [showingCode, setShowingCode] = useState(false)
  useReturn(reload)
  useReachBottom(pages.loadMore)

  const toggle = (row: Appointed) =>
    setChosen((before = []) =>
      before.some((each) => keyOf(each) === keyOf(row))
        ? before.filter((each) => keyOf(each) !== keyOf(row))
        : [...before, row],
    )
  const invite = <Button icon="plus" text="邀请一位" onTap={() => setInviting(true)} />
  return (
    <AdminPage
      title="人员"
      worn={worn}
      onRefresh={reload}
      foot={() =>
        chosen ? (
          <ActionBar
            secondary={<Button look="secondary" text="不选了" onTap={() => setChosen(undefined)} />}
            main={
              chosen.length > 0 ? (
                <Button text={`结束 ${chosen.length} 个任职`} onTap={() => setEnding(chosen)} />
              ) : (
                <Button look="locked" text="点几个人" onTap={() => {}} />
              )
            }
          />
        ) : (
          <ActionBar
            {...(rows &&
              rows.length > 1 && {
                secondary: <Button look="secondary" text="选几个" onTap={() => setChosen([])} />,
              })}
            main={invite}
          />
        )
      }
    >
      <SearchField value={text} onChange={setText} placeholder="按称呼找人" />
      <View className="admin-chips">
        <Chips options={roles} chosen={role} onChoose={setRole} label="什么身份" />
      </View>
      <Card flush>
        {worn.hat?.organisation.kind === 'community' && (
          <Row
            icon="qr-code"
            title="报到码"
            meta="贴在门口，扫一下就来报到"
            onTap={() => setShowingCode(true)}
          />
        )}
        <Row
          icon="send"
          title="没接受的邀请"
          meta="再发一次，或收回"
          onTap={() => Taro.navigateTo({ url: '/admin/invitations/index' })}
        />
      </Card>
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={4} />}
      {rows?.length === 0 && (
        <Card>
          <Empty
            title={wanted ? `没找到“${wanted}”` : '这里还没有人'}
            words={wanted ? '换几个字，或清空了看全部。' : '点下面邀请一位，对方点开链接就来了。'}
          />
        </Card>
      )}
      {rows && rows.length > 0 && (
        <Card flush>
          {rows.map((row) => (
            <PersonRow
              key={keyOf(row)}
              row={row}
              chosen={chosen?.some((each) => keyOf(each) === keyOf(row))}
              mayEnd={mayAppoint(worn.hat?.role, row.role)}
              onTap={() => (chosen ? toggle(row) : setEnding([row]))}
            />
          ))}
        </Card>
      )}
      {wanted && rows && rows.length >= peopleLimits.page ? (
        <View className="meta admin-end">先给您看前 {rows.length} 位，多打几个字找得准</View>
      ) : (
        <PageEnd pages={pages} />
      )}
      {ending && (
        <EndSheet
          rows={ending}
          hat={worn.hat?.id}
          onClose={() => setEnding(undefined)}
          onDone={() => {
            setEnding(undefined)
            setChosen(undefined)
            reload()
          }}
        />
      )}
      {showingCode && worn.hat && <RegisterCodeSheet hat={worn.hat} onClose={() => setShowingCode(false)} />}
      {inviting && worn.hat && <InviteSheet hat={worn.hat} onClose={() => setInviting(false)} />}
    </AdminPage>
  )
}
