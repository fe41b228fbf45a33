import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, answerNames } from '../../../domain/appeal/appeal'
import { possibleActions } from '../../../domain/appeal/possible'
import type { AppealView } from '../../../domain/contract'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Icon, type IconName } from '../../ui/Icon'
import { Tiles } from '../../ui/Tile'
import { isRefused, useStep } from '../useStep'
import { answerWithin, left } from '../words'
import './PersonBar.scss'
import { UnsatisfiedSheet } from './UnsatisfiedSheet'
import { WithdrawSheet } from './WithdrawSheet'

export interface StepProps {
  view: AppealView
  /** The function has it; the sentence says what follows. */
  onDone: (sentence: string) => void
  onRefused: (refused: Refused, again?: () => void) => void
}

const faces: Record<Answer, IconName> = { satisfied: 'smile', partly: 'meh', unsatisfied: 'frown' }
const answers = (Object.keys(answerNames) as Answer[]).map((name) => ({
  name,
  text: answerNames[name],
  icon: faces[name],
}))
const thanks = { satisfied: '谢谢您说一声，这件办完了', partly: '记下了，谢谢您说一声' } as const

/** What the person can do now, asked of the table. */
export function PersonBar({ view, now, onDone, onRefused }: StepProps & { now: number }) {
  const [sheet, setSheet] = useState<'unsatisfied' | 'withdraw'>()
  const { busy, take } = useStep()
  const possible = possibleActions(view.situation, undefined, view.relations, now)
  const close = () => setSheet(undefined)
  const finish = (sentence: string) => {
    close()
    onDone(sentence)
  }

  const say = async (answer: 'satisfied' | 'partly') => {
    const done = await take('appeal.confirm', { id: view.id, version: view.version, answer })
    if (isRefused(done)) onRefused(done, () => say(answer))
    else if (done) onDone(thanks[answer])
  }

  if (possible.includes('confirm')) {
    const by = view.updatedAt + answerWithin
    return (
      <>
        <ActionBar consequence="不满意就接着办；不答复不算满意">
          <View className="answer-top">
            <View className="heading">办得怎么样？</View>
            <View className="meta answer-left">
              <Icon name="clock" size={18} />
              {by > now ? left(by, now) : '随时可以说'}
            </View>
          </View>
          <View className={busy ? 'answer-busy' : ''}>
            <Tiles
              bold
              options={answers}
              label="办得怎么样"
              onChoose={(answer) => {
                if (answer === 'unsatisfied') setSheet('unsatisfied')
                else say(answer)
              }}
            />
          </View>
        </ActionBar>
        {sheet === 'unsatisfied' && (
          <UnsatisfiedSheet view={view} onClose={close} onDone={finish} onRefused={onRefused} />
        )}
      </>
    )
  }
  if (possible.includes('withdraw'))
    return (
      <>
        <ActionBar
          secondary={<Button look="secondary" text="撤回" onTap={() => setSheet('withdraw')} />}
          main={<View className="meta withdraw-words">有新进展会写在这里。{'\n'}不用办了，可以撤回。</View>}
        />
        {sheet === 'withdraw' && (
          <WithdrawSheet view={view} onClose={close} onDone={finish} onRefused={onRefused} />
        )}
      </>
    )
  return null
}
