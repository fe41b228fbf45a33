import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { tallyWords } from './decisions'
import type { Outcome } from './useVerifying'

interface Props {
  outcomes: readonly Outcome[]
  onForget: () => void
}

/** How it went, task by task. */
export function Outcomes({ outcomes, onForget }: Props) {
  if (outcomes.length === 0) return null
  return (
    <Card flush>
      {outcomes.map(({ taskId, title, refused, ...tally }) => (
        <Row
          key={taskId}
          icon={refused ? 'info' : 'circle-check'}
          title={title}
          meta={
            <>
              {tallyWords(tally) && <View>{tallyWords(tally)}，都告诉本人了</View>}
              {refused && <View>{refused.message}</View>}
            </>
          }
        />
      ))}
      <Button look="text" text="知道了" onTap={onForget} />
    </Card>
  )
}
