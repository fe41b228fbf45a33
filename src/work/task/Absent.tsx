import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { toast } from '../../ui/toast'

interface Props {
  /** Of the task that is over. */
  id: string
  hat: string
  now: number
}

type Missing = Output<'task.absent'>['people'][number]

/** Who did not come; whoever is paused for it can be let go on here. */
export function Absent({ id, hat, now }: Props) {
  const { data, reload } = useRead('task.absent', { id }, hat)
  const [asked, setAsked] = useState<Missing>()
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  if (!data || data.people.length === 0) return null
  const forgive = async ({ personId }: Missing) => {
    const done = await take('volunteer.forgive', { personId, taskId: id })
    if (isRefused(done)) setRefused(done)
    else if (done) {
      setAsked(undefined)
      toast('解除了，告诉本人了')
    }
    reload()
  }
  return (
    <>
      <Heading text="没来的" count={`${data.people.length} 人`} />
      <Card flush>
        {data.people.map((person) => (
          <Row
            key={person.personId}
            icon="calendar-x"
            title={person.name}
            meta={missedWords(person, now)}
            {...(person.pausedUntil && { link: '解除', onTap: () => setAsked(person) })}
          />
        ))}
      </Card>
      <Sheet
        open={asked !== undefined && !refused}
        title={`让${asked?.name ?? ''}接着领？`}
        onClose={() => setAsked(undefined)}
        foot={<Button text="解除，告诉本人" busy={busy} onTap={() => asked && forgive(asked)} />}
      >
        <View className="plain">前面没来的几回不再算，马上又能领。谁解除的，会记下来。</View>
      </Sheet>
      <RefusalSheet
        refused={refused}
        onClose={() => setRefused(undefined)}
        {...(asked &&
          refused &&
          isLost(refused) && { again: { text: '再试一次', onTap: () => forgive(asked) } })}
      />
    </>
  )
}

function missedWords({ missed, pausedUntil }: Missing, now: number): string {
  const often = missed > 0 ? `30 天里 ${missed} 回没来` : '前面的不算了'
  return pausedUntil === undefined ? often : `${often}，停到${date(pausedUntil, now)}`
}
