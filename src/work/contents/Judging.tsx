import { View } from '@tarojs/components'
import type { Input } from '../../../domain/contract'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import './Judging.scss'

type Judged = Omit<Input<'content.judge'>, 'open'>

/** One tap on what somebody wrote or took: whether others may see it. */
export function useJudging(
  hat: string | undefined,
  { onDone, onRefused }: { onDone: (sentence: string) => void; onRefused: (refused: Refused) => void },
) {
  const { busy, take } = useStep(hat)
  const judge = async (content: Judged, open: boolean) => {
    const done = await take('content.judge', { ...content, open })
    if (isRefused(done)) onRefused(done)
    else if (done) onDone(open ? '看过了，可以给别人看' : '不给别人看了，本人那里不变')
  }
  return { busy, judge }
}

interface Props {
  /** Somebody has kept it from others: it can only be let through. */
  closed?: boolean
  /** Others would not see it anyway: it has only been marked. */
  marked?: boolean
  busy: boolean
  onJudge: (open: boolean) => void
}

/** 可以公开 and 不公开. */
export function Judging({ closed = false, marked = false, busy, onJudge }: Props) {
  if (closed || marked)
    return (
      <Button
        look="secondary"
        text={closed ? '还是可以公开' : '看过了，没问题'}
        busy={busy}
        onTap={() => onJudge(true)}
      />
    )
  return (
    <View className="judging">
      <Button look="secondary" text="不公开" busy={busy} onTap={() => onJudge(false)} />
      <Button look="secondary" text="可以公开" busy={busy} onTap={() => onJudge(true)} />
    </View>
  )
}
