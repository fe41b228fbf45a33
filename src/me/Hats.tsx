import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HatView } from '../../domain/contract'
import { Card } from '../ui/Card'
import { Heading } from '../ui/Heading'
import { Row } from '../ui/Row'
import { wearHat } from './hat'

/** A row an appointment: tap it to work under that hat. Nothing for those who have none. */
export function Hats({ hats }: { hats: readonly HatView[] }) {
  if (hats.length === 0) return null
  const work = (hat: HatView) => {
    wearHat(hat)
    Taro.navigateTo({ url: hat.role === 'administrator' ? '/admin/index/index' : '/work/bench/index' })
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
            meta={hat.role === 'administrator' ? '单位、人员、操作记录' : '今天的事、值班、派来的诉求'}
            onTap={() => work(hat)}
          />
        ))}
      </Card>
    </View>
  )
}
