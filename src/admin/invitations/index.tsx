import Taro, { useReachBottom } from '@tarojs/taro'
import { useMemo } from 'react'
import { postName } from '../../../domain/people/roles'
import { date } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { useReturn } from '../../call/useFreshness'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'

/** Invitations of my organisation that nobody has taken up yet. */
export default function Invitations() {
  const worn = useAdminHat('invitation.list')
  const organisationId = worn.hat?.organisation.id
  const input = useMemo(() => organisationId && { organisationId }, [organisationId])
  const pages = usePages('invitation.list', input || undefined, worn.hat?.id)
  const { rows, refused, seen, reload } = pages
  useReachBottom(pages.loadMore)
  useReturn(reload)
  const now = Date.now()
  return (
    <AdminPage title="没接受的邀请" worn={worn} onRefresh={reload}>
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={3} />}
      {rows?.length === 0 && (
        <Card>
          <Empty title="没有等着的邀请" words="发出去还没人接受的，会在这里。" />
        </Card>
      )}
      {rows && rows.length > 0 && (
        <Card flush>
          {rows.map(({ token, role, title, organisation, by, expiresAt }) => (
            <Row
              key={token}
              icon="send"
              title={postName(role, title)}
              meta={`${organisation.name} · ${by}发的 · ${
                expiresAt > now ? `${date(expiresAt, now)}前有效` : '过期了'
              }`}
              onTap={() => Taro.navigateTo({ url: `/admin/invitation/index?token=${token}` })}
            />
          ))}
        </Card>
      )}
      <PageEnd pages={pages} />
    </AdminPage>
  )
}
