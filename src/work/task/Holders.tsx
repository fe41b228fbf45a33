import { View } from '@tarojs/components'
import type { TaskView } from '../../../domain/contract'
import { needsPresence } from '../../../domain/task/kinds'
import { type ClaimState, holding } from '../../../domain/task/task'
import { clock, moment } from '../../appeal/words'
import { addressOf } from '../../call/address'
import { Badge, type BadgeTone } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import type { BadgeIconName } from '../../ui/iconNames'
import { Photos } from '../../ui/Photos'
import { Row } from '../../ui/Row'
import { claimWords } from '../tasks/taskFaces'

type Holder = NonNullable<TaskView['claims']>[number]

interface Props {
  task: TaskView
  claims: readonly Holder[]
  now: number
}

const faces: Record<ClaimState, readonly [icon: BadgeIconName, tone: BadgeTone]> = {
  held: ['hourglass', 'wash'],
  claimed: ['circle-dashed', 'grey'],
  checkedIn: ['user-round-check', 'blue'],
  submitted: ['hourglass', 'wash'],
  verified: ['circle-check', 'green'],
  rejected: ['circle-x', 'outlined'],
  released: ['undo-2', 'outlined'],
  noShow: ['calendar-x', 'outlined'],
  expired: ['calendar-x', 'outlined'],
}

/** Who has a place and what they did with it. */
export function Holders({ task, claims, now }: Props) {
  const holders = claims.filter(({ state }) => holding.includes(state))
  return (
    <>
      <Heading text="谁领了" count={holders.length > 0 ? `${holders.length} 人` : '还没有人'} />
      {holders.length > 0 && (
        <Card flush>
          {holders.map((claim) => {
            const [icon, tone] = faces[claim.state]
            return (
              <Row
                key={claim.id}
                title={claim.mine ? `${claim.name}（您自己）` : claim.name}
                badges={<Badge text={wordsOf(claim, task)} icon={icon} tone={tone} />}
                due={moment(claim.at, now)}
                meta={<Done claim={claim} />}
              />
            )
          })}
        </Card>
      )}
    </>
  )
}

/** Where nobody has to be there, or nothing is done any more, nobody is awaited. */
function wordsOf({ state }: Holder, { proof, state: standing }: TaskView): string {
  const comes = standing !== 'cancelled' && needsPresence({ proof })
  return state === 'claimed' && !comes ? '领了' : claimWords[state]
}

function Done({ claim: { checkIn, proof, verdict } }: { claim: Holder }) {
  if (!checkIn && !proof && !verdict) return null
  return (
    <>
      {checkIn && (
        <View>
          {clock(checkIn.at)} 签到{checkIn.metres === undefined ? '' : `，离点 ${checkIn.metres} 米`}
          {checkIn.by === 'organiser' && '（帮着登记的）'}
        </View>
      )}
      {proof?.words && <View className="said">说：{proof.words}</View>}
      {proof && proof.photos.length > 0 && <Photos urls={proof.photos.map(addressOf)} />}
      {verdict && (
        <View>
          {verdict.by}
          {verdict.accepted ? '验收了' : `没通过：${verdict.words}`}
        </View>
      )}
    </>
  )
}
