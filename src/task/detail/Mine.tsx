import { View } from '@tarojs/components'
import type { TaskView } from '../../../domain/contract'
import { moment } from '../../appeal/words'
import { addressOf } from '../../call/address'
import { distance } from '../../place/distance'
import { Card } from '../../ui/Card'
import { PhotoGrid } from '../../ui/PhotoGrid'
import { Reason } from '../../ui/Reason'
import { ClaimBadge } from '../ClaimBadge'

type Claim = NonNullable<TaskView['claim']>

const presence = {
  code: '扫码签到',
  place: '按位置签到',
  photo: '拍照',
  organiser: '组织的人给登记',
} as const

/** What became of the reader's own place: when they came, what they handed in, what was said of it. */
export function Mine({ claim, now }: { claim: Claim; now: number }) {
  const { state, at, checkIn, proof, verdict, spot } = claim
  return (
    <Card>
      <View className="task-mine">
        <View className="task-mine-head">
          <ClaimBadge state={state} />
          <View className="meta">{moment(at, now)} 领的</View>
        </View>
        {checkIn && (
          <View className="meta">
            {moment(checkIn.at, now)} {presence[checkIn.by]}
            {checkIn.metres !== undefined && ` · 离点 ${distance(checkIn.metres)}`}
          </View>
        )}
        {proof && (
          <>
            <View className="meta">{moment(proof.at, now)} 交的</View>
            {proof.words && <View className="plain said">{proof.words}</View>}
            {proof.photos.length > 0 && <PhotoGrid urls={proof.photos.map(addressOf)} />}
          </>
        )}
        {verdict && (
          <Reason
            title={verdict.accepted ? '验收通过了，谢谢您' : '没通过，是这样'}
            icon={verdict.accepted ? 'circle-check' : 'info'}
            foot={`${verdict.by} · ${moment(verdict.at, now)}`}
          >
            {verdict.words || '做得好。'}
          </Reason>
        )}
        {spot === 'open' && <View className="meta">抽到了街道复核，不影响您</View>}
        {spot === 'rejected' && <View className="meta">街道复核没通过，有话请找社区说</View>}
      </View>
    </Card>
  )
}
