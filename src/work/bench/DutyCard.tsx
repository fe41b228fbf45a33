import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HatView, Output } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { date, moment } from '../../appeal/words'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { shiftName } from '../dutyWords'
import './DutyCard.scss'
import { WeekStrip } from './WeekStrip'

type Duty = Output<'work.today'>['duty']

interface Props {
  duty: Duty
  hat: HatView
  now: number
  onHandOver: () => void
}

export const openRota = () => Taro.navigateTo({ url: '/work/rota/index' })

/** My shift, what the one before left, and my week; below it what is missing on the rota. */
export function DutyCard({ duty, hat, now, onHandOver }: Props) {
  const { note, toHandOver, planned, week, gap, toAnswer } = duty
  const mayPlan = granted('duty.plan', hat.role, ['organisation'])
  if (!planned)
    return (
      <Card flush>
        <Row
          icon="calendar-days"
          title={mayPlan ? '排值班表' : '还没排值班表'}
          meta="排好了，急事就知道找谁"
          onTap={openRota}
        />
      </Card>
    )
  const { title, words } = standing(duty, now)
  return (
    <Card flush>
      <View className="duty">
        <View className="duty-top">
          <View className="duty-words">
            <View className="heading">{title}</View>
            <View className="meta">{words}</View>
          </View>
          {duty.shift && <Button look="text" text="换班" onTap={openRota} />}
          {toHandOver && <Button look="secondary" text="交班" className="duty-hand" onTap={onHandOver} />}
        </View>
        {note && (
          <View className="duty-note said">
            <View className="duty-note-head">
              上一班留话{date(note.at, now) === '今天' ? '' : `（${date(note.at, now)}）`}：
            </View>
            {note.words}
          </View>
        )}
      </View>
      <WeekStrip week={week} now={now} />
      <View className="duty-rota">
        <Row
          icon={gap || toAnswer > 0 ? 'triangle-alert' : 'calendar-days'}
          title="值班表"
          meta={
            gap || toAnswer > 0 ? (
              <>
                {toAnswer > 0 && <View>有 {toAnswer} 个班请您替，等您说一声</View>}
                {gap && <View className="duty-gap">{shiftName(gap.from, gap.to, now)} 没人值</View>}
              </>
            ) : (
              '两周里谁值班，换班也在这里'
            )
          }
          onTap={openRota}
        />
      </View>
    </Card>
  )
}

/** Where I stand: on duty, just off, to come within a day, or off; then who is there. */
function standing({ shift, toHandOver, others }: Duty, now: number): { title: string; words: string } {
  const [other] = others
  if (shift && shift.from <= now) return { title: '您在岗', words: shiftName(shift.from, shift.to, now) }
  if (toHandOver) return { title: '您刚下班', words: '有要交代的，给下一班留句话' }
  if (shift) return { title: '您的下一班', words: shiftName(shift.from, shift.to, now) }
  return {
    title: '您不在班上',
    words: other ? `在岗：${other.name}，到${moment(other.until, now)}` : '现在没人在岗',
  }
}
