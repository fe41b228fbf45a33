import { View } from '@tarojs/components'
import { moment } from '../../appeal/words'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Empty, Notice } from '../../ui/States'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import { useVerification } from './useVerification'

/** 核对记录: every step of every appeal is chained to the one before; whether any chain is broken. */
export default function Verify() {
  const worn = useAdminHat('appeal.verify')
  const { so, running, refused, start } = useVerification(worn.hat)
  const now = Date.now()
  const done = so !== undefined && so.next === undefined
  return (
    <AdminPage
      title="核对记录"
      worn={worn}
      foot={() => (
        <ActionBar
          main={
            <Button
              text={running ? '正在核对' : done ? '再核对一遍' : so || refused ? '接着核对' : '开始核对'}
              busy={running}
              onTap={start}
            />
          }
          consequence="只是看，一件也不会动"
        />
      )}
    >
      {refused && <Notice icon="info" title={refused.message} />}
      {!so && (
        <Card>
          <Empty
            title="每一步都连着上一步"
            words="谁、什么时候、办了什么，一步扣一步；有人偷偷改过，这里看得出来。件数多的话要几分钟，中间可以停。"
          />
        </Card>
      )}
      {so && (
        <Card>
          <View className="big">
            核对了 {so.checked.toLocaleString('zh-CN')} 件，
            {so.faults.length === 0 ? '都完整' : `${so.faults.length} 件对不上`}
          </View>
          {so.reached !== undefined && !done && (
            <View className="meta">从最新的往前，到{moment(so.reached, now)}为止</View>
          )}
        </Card>
      )}
      {so && so.faults.length > 0 && (
        <Card flush>
          {so.faults.map(({ number, title, at }) => (
            <Row key={number} title={title} meta={`${number} · ${moment(at, now)}提交`} due="对不上" />
          ))}
        </Card>
      )}
    </AdminPage>
  )
}
