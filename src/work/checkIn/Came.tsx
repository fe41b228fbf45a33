import { View } from '@tarojs/components'
import type { Output } from '../../../domain/contract'
import { clock } from '../../appeal/words'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Places } from '../../ui/Places'

type Codes = Output<'task.codes'>

/** Who has come: when, and how far from the place. */
export function Came({ claims, places }: Pick<Codes, 'claims' | 'places'>) {
  const came = claims
    .flatMap((claim) => (claim.checkIn ? [{ ...claim, checkIn: claim.checkIn }] : []))
    .sort((a, b) => b.checkIn.at - a.checkIn.at)
  return (
    <>
      <View className="came-head">
        <View className="heading">已到 {came.length} 人</View>
        <Places places={places} taken={came.length} />
        <View className="meta">共 {places} 个</View>
      </View>
      {came.length > 0 ? (
        <Card flush>
          {came.map(({ id, name, checkIn }) => (
            <View className="came" key={id}>
              <Icon name="circle-check" className="came-icon" />
              <View className="came-name">{name}</View>
              <View className="meta">
                {clock(checkIn.at)}
                {checkIn.metres === undefined ? '' : ` · 离点 ${checkIn.metres} 米`}
                {checkIn.by === 'organiser' && ' · 帮着登记的'}
              </View>
            </View>
          ))}
        </Card>
      ) : (
        <View className="meta">还没人到。让来的人扫上面的码。</View>
      )}
    </>
  )
}
