import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HatView } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { yuanWords } from '../../../domain/relief/words'
import { useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { isOfCity } from '../../relief/ofCity'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Row } from '../../ui/Row'
import './Waived.scss'

/** What platforms waived this month on the letters of the committee; for who may, the way to the thresholds. */
export function Waived({ hat }: { hat: HatView }) {
  const { data, seen, reload } = useRead('relief.figures', {}, hat.id)
  useReturn(reload)
  const figures = data ?? seen?.data
  return (
    <Card flush>
      <View className="waived">
        <Icon name="scale" />
        <View className="strong">
          {figures ? `本月免了 ${yuanWords(figures.yuan)} 元 · ${figures.count} 件` : '本月免了多少，还在取'}
        </View>
      </View>
      {isOfCity(hat) && granted('relief.changeRules', hat.role, ['organisation']) && (
        <Row
          icon="wrench"
          title="免责门槛"
          meta="每种原因要多少监督积分"
          onTap={() => Taro.navigateTo({ url: '/relief/rules/index' })}
        />
      )}
    </Card>
  )
}
