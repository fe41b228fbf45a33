import { type Answer, answerNames } from '../../domain/appeal/names'
import type { IconName } from '../ui/Icon'
import { Tiles } from '../ui/Tile'

const faces: Record<Answer, IconName> = { satisfied: 'smile', partly: 'meh', unsatisfied: 'frown' }
const options = (Object.keys(answerNames) as Answer[]).map((name) => ({
  name,
  text: answerNames[name],
  icon: faces[name],
}))

/** 满意, 部分, 不满意: all weigh the same. */
export function Answers({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  return <Tiles bold options={options} label="办得怎么样" onChoose={onAnswer} />
}

/** What the person is told after one tap. */
export const thanks = { satisfied: '谢谢您说一声，这件办完了', partly: '记下了，谢谢您说一声' } as const
