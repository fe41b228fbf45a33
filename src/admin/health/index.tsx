import { View } from '@tarojs/components'
import { isLost } from '../../appeal/useStep'
import { useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { LoadingCard, Notice } from '../../ui/States'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import './index.scss'
import { Hour, Incidents, Timer, Waits } from './Parts'
import { headline } from './words'

/** 运行情况: whether everything runs as it should, in words first. */
export default function Health() {
  const worn = useAdminHat('system.health')
  const hats = worn.hats?.filter(({ organisation }) => organisation.kind === 'city')
  const hat = hats?.find(({ id }) => id === worn.hat?.id) ?? hats?.[0]
  const { data, refused, seen, loading, reload } = useRead('system.health', hat && {}, hat?.id)
  useReturn(reload)
  const health = refused && !isLost(refused) ? undefined : (data ?? seen?.data)
  return (
    <AdminPage
      title="运行情况"
      worn={{ ...worn, hats, hat }}
      onRefresh={reload}
      foot={() => (
        <ActionBar
          main={<Button icon="refresh-cw" text="再看一遍" busy={loading} onTap={reload} />}
          consequence="只有数目，没有任何人的事"
        />
      )}
    >
      {refused && (
        <Notice
          icon="info"
          title={refused.message}
          {...(refused.number && { words: `编号 ${refused.number}` })}
        />
      )}
      {!health && !refused && <LoadingCard rows={4} />}
      {health && (
        <>
          <Card>
            <View className="big">{headline(health).title}</View>
            <View className="meta">{headline(health).words}</View>
          </Card>
          <Incidents {...health} />
          <Hour {...health} />
          <Waits {...health} />
          <Timer {...health} />
          <View className="hint">
            数据库 {health.database} 毫秒应答 · 版本 {health.build}
          </View>
        </>
      )}
    </AdminPage>
  )
}
