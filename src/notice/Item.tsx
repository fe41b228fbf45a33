import { View } from '@tarojs/components'
import type { Answer } from '../../domain/appeal/names'
import type { NoticeView } from '../../domain/contract'
import { Answers } from '../appeal/Answers'
import { clock } from '../appeal/words'
import { Badge } from '../ui/Badge'
import { Row } from '../ui/Row'

interface Props {
  item: NoticeView
  /** It waits for the person's word. */
  waits: boolean
  busy: boolean
  onOpen: () => void
  onAnswer: (answer: Answer) => void
}

/** One item of the inbox; where it asks, the answers are right there. */
export function Item({ item: { at, head, sentence, read }, waits, busy, onOpen, onAnswer }: Props) {
  return (
    <View className="notice-item">
      <Row
        title={head}
        meta={sentence}
        badges={
          <>
            <View className="meta notice-time">{clock(at)}</View>
            {waits && <Badge text="轮到您" icon="message-circle-question-mark" tone="honey" />}
            {!read && <Badge text="没看过" icon="inbox" tone="blue" />}
          </>
        }
        onTap={onOpen}
      />
      {waits && (
        <View className={`notice-answers ${busy ? 'notice-busy' : ''}`}>
          <Answers onAnswer={onAnswer} />
        </View>
      )}
    </View>
  )
}
