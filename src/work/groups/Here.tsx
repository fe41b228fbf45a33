import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView, Output } from '../../../domain/contract'
import { groupLimits } from '../../../domain/group/group'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Reason } from '../../ui/Reason'
import { toast } from '../../ui/toast'

interface Props {
  /** The group that the app was opened from; undefined outside of one, or while it is not known. */
  here: Output<'group.here'> | undefined
  hat: HatView
  onBound: () => void
}

/** The group one came from, to be bound; else how a group is bound. */
export function Here({ here, hat, onBound }: Props) {
  if (here?.known && !here.group) return <Bind hat={hat} onBound={onBound} />
  const other = here?.group && here.group.organisation.id !== hat.organisation.id ? here.group : undefined
  if (other)
    return (
      <Reason icon="info" title={`${other.name}绑在${other.organisation.name}`}>
        要换到{hat.organisation.name}，请那边先解开，再从群里的卡片点进来。
      </Reason>
    )
  return (
    <Reason icon="info" title="怎么绑一个群">
      把任务发到骑手群，从群里点开那张卡片，再到这里来，就能绑。
    </Reason>
  )
}

function Bind({ hat, onBound }: Omit<Props, 'here'>) {
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat.id)
  const name = typed.trim()
  const long = [...name].length > groupLimits.name
  const reason = long ? `名字短一点，${groupLimits.name} 个字以内` : '先写上群叫什么，微信不告诉我们'
  const text = `绑到${hat.organisation.name}`
  const bind = async () => {
    const bound = await take('group.bind', { name })
    if (isRefused(bound)) return setRefused(bound)
    if (!bound) return
    toast('绑好了')
    onBound()
  }
  return (
    <Card className="groups-bind">
      <View>
        <View className="heading">把这个群绑到{hat.organisation.name}</View>
        <View className="meta">您刚从这个群的卡片点进来</View>
      </View>
      <Field
        caption="群叫什么"
        value={typed}
        onChange={(words) => {
          setTyped(words)
          setRefused(undefined)
        }}
        limit={groupLimits.name}
        placeholder="北站骑手群"
      />
      <SheetFoot refused={refused} reason={name && !long ? undefined : reason}>
        <Button look={name && !long ? 'main' : 'locked'} text={text} busy={busy} onTap={bind} />
      </SheetFoot>
    </Card>
  )
}
