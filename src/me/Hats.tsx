import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HatView } from '../../domain/contract'
import { mayEver } from '../../domain/permission'
import { Card } from '../ui/Card'
import { Heading } from '../ui/Heading'
import { Row } from '../ui/Row'
import { wearHat } from './hat'

// Where nothing is handled, what one hears is passed on.
function deskOf(role: HatView['role']): string {
  if (role === 'administrator') return '/admin/index/index'
  return !mayEver('work.today', role) && mayEver('appeal.submitFor', role)
    ? '/work/filed/index'
    : '/work/bench/index'
}
const meanings: Partial<Record<HatView['role'], string>> = {
  administrator: '单位、人员、操作记录',
  messenger: '替人报一件、看办到哪了',
  partTimeGridWorker: '替人报一件、看办到哪了',
}

/** A row an appointment: tap it to work under that hat. Nothing for those who have none. */
export function Hats({ hats }: { hats: readonly HatView[] }) {
  if (hats.length === 0) return null
  const work = (hat: HatView) => {
    wearHat(hat)
    Taro.navigateTo({ url: deskOf(hat.role) })
  }
  return (
    <View>
      <Heading text="我的工作" />
      <View style={{ height: '8px' }} />
      <Card flush>
        {hats.map((hat) => (
          <Row
            key={hat.id}
            icon="id-card"
            title={`${hat.organisation.name} · ${hat.title}`}
            meta={meanings[hat.role] ?? '今天的事、值班、派来的诉求'}
            onTap={() => work(hat)}
          />
        ))}
      </Card>
    </View>
  )
}
