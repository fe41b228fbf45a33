import { View } from '@tarojs/components'
import { useState } from 'react'
import { ActionBar } from '../../ui/ActionBar'
import { Icon } from '../../ui/Icon'
import { Answers, thanks } from '../Answers'
import { rememberAnswered } from '../answered'
import { isRefused, useStep } from '../useStep'
import { answerWithin, askedAt, left } from '../words'
import type { BarProps } from './PersonBar'
import './PersonBar.scss'
import { UnsatisfiedSheet } from './UnsatisfiedSheet'

/** It was resolved: the person's one tap. */
export function AnswerBar({ view, now, onDone, onRefused }: BarProps) {
  const [unsatisfied, setUnsatisfied] = useState(false)
  const { busy, take } = useStep()
  const by = askedAt(view) + answerWithin(view)
  const close = () => setUnsatisfied(false)
  const say = async (answer: 'satisfied' | 'partly') => {
    const done = await take('appeal.confirm', { id: view.id, version: view.version, answer })
    if (isRefused(done)) return onRefused(done, () => say(answer))
    if (!done) return
    rememberAnswered(view.id, Date.now())
    onDone(thanks[answer])
  }
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
          <Answers
            onAnswer={(answer) => {
              if (answer === 'unsatisfied') setUnsatisfied(true)
              else say(answer)
            }}
          />
        </View>
      </ActionBar>
      {unsatisfied && (
        <UnsatisfiedSheet
          view={view}
          onClose={close}
          onDone={(sentence) => {
            close()
            onDone(sentence)
          }}
          onRefused={onRefused}
        />
      )}
    </>
  )
}
