import { View } from '@tarojs/components'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Empty, Notice } from '../../ui/States'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import { useReconciliation } from './useReconciliation'

/** 积分对账: whether every balance is the sum of its lines; also done each night. */
export default function Ledger() {
  const worn = useAdminHat('points.reconcile')
  const hats = worn.hats?.filter(({ organisation }) => organisation.kind === 'city')
  const hat = hats?.find(({ id }) => id === worn.hat?.id) ?? hats?.[0]
  const { so, running, refused, start } = useReconciliation(hat)
  const done = so !== undefined && so.after === undefined
  return (
    <AdminPage
      title="积分对账"
      worn={{ ...worn, hats, hat }}
      foot={() => (
        <ActionBar
          main={
            <Button
              text={running ? '正在对' : done ? '再对一遍' : so || refused ? '接着对' : '开始对账'}
              busy={running}
              onTap={start}
            />
          }
          consequence="只是看，一分也不会动"
        />
      )}
    >
      {refused && <Notice icon="info" title={refused.message} />}
      {!so && (
        <Card>
          <Empty
            title="每一分都对得上"
            words="每笔流水加起来是零，每个人的余额等于流水之和，冻结的等于没办完的兑换。每天夜里自己对一遍，也可以现在对。"
          />
        </Card>
      )}
      {so && (
        <Card>
          <View className="big">
            对了 {so.persons.toLocaleString('zh-CN')} 个账户，
            {so.faults.length === 0 ? '都对得上' : `${so.faults.length} 处对不上`}
          </View>
          <View className="meta">
            {so.transfers.toLocaleString('zh-CN')} 笔流水
            {so.nightly && ` · 夜里对的：${so.nightly.day}，${nightWords(so.nightly)}`}
          </View>
        </Card>
      )}
      {so && so.faults.length > 0 && (
        <Card flush>
          {so.faults.map(({ id, fault }) => (
            <Row key={`${id} ${fault}`} title={fault} meta={`账户编号 ${id}`} />
          ))}
        </Card>
      )}
    </AdminPage>
  )
}

const nightWords = ({ faults, finished }: { faults: number; finished: boolean }): string =>
  faults > 0 ? `${faults} 处对不上` : finished ? '都对得上' : '还没对完'
