import type { TaskView } from '../../../domain/contract'
import { dutyTags } from '../../../domain/task/kinds'
import { asRefused } from '../../call/refused'
import { distance, ridingMinutes } from '../../place/distance'
import { navigateTo } from '../../place/navigate'
import { Card } from '../../ui/Card'
import { toast } from '../../ui/toast'
import { addToCalendar } from '../calendar'
import { proofWords, windowWords } from '../words'
import { Fact } from './Fact'

interface Props {
  view: TaskView
  now: number
  /** The reader has a place and it is still ahead: the time can go into their calendar. */
  ahead: boolean
}

/** When, where, for how many points, how it is proved, for whom. */
export function Facts({ view, now, ahead }: Props) {
  const { place, metres, points, proof, tags, memberDays, hasBeneficiary } = view
  const { point } = place
  const calendar = () =>
    addToCalendar({ ...view, place: place.name }).then(
      (sentence) => sentence && toast(sentence),
      (thrown: unknown) => toast(asRefused(thrown).message),
    )
  const navigate = async () => {
    if (point) await navigateTo(place.name, point)
  }
  return (
    <Card>
      <Fact
        icon="clock"
        title={windowWords(view, now)}
        words={[ridingWords(view), view.repeat === 'weekly' ? '每周一次' : ''].filter(Boolean).join(' · ')}
        {...(ahead && { link: { icon: 'calendar-plus', text: '记日历', onTap: calendar } })}
      />
      <Fact
        icon="map-pin"
        title={place.name}
        words={
          metres === undefined
            ? view.organisation.name
            : `离您 ${distance(metres)}，骑车 ${ridingMinutes(metres)} 分钟`
        }
        {...(point && { link: { icon: 'navigation', text: '导航', onTap: navigate } })}
      />
      {points > 0 && <Fact icon="hexagon" title={`${points} 分`} words="验收过了，就记到您名下" />}
      <Fact icon="camera" title={proofWords(proof)} words="网格员看过就算数" />
      {hasBeneficiary && (
        <Fact icon="shield-check" title="送到家里" words="领到的人，开始前半小时能看到地址" />
      )}
      {memberDays > 0 && <Fact icon="id-card" title={`请报到满 ${memberDays} 天的人来`} />}
      {tags.length > 0 && (
        <Fact icon="users-round" title={`适合${tags.map((tag) => dutyTags[tag]).join('、')}`} />
      )}
    </Card>
  )
}

function ridingWords({ whileRiding }: TaskView): string {
  if (whileRiding === undefined) return ''
  return whileRiding ? '在您的跑单时段里，看看忙得开吗' : '不在您的跑单时段里'
}
