import { useState } from 'react'
import { possibleActions } from '../../../domain/appeal/possible'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { questionOf } from '../question'
import type { BarProps } from './PersonBar'
import { ReplySheet } from './ReplySheet'

/** What a handler said last waits for an answer; else there is room for one thing more. */
export function ReplyLine(props: BarProps) {
  const { view, now, onDone } = props
  const [open, setOpen] = useState(false)
  if (!possibleActions(view.situation, undefined, view.relations, now).includes('reply')) return null
  const question = questionOf(view.timeline)
  const close = () => setOpen(false)
  return (
    <>
      <Card flush>
        <Row
          icon={question ? 'message-circle-question-mark' : 'message-square-plus'}
          title={question ?? '还有要补充的？'}
          meta={question ? `${view.organisation.name}说的，可以回一句` : '办的人马上看得到'}
          link={question ? '回话' : '补充'}
          onTap={() => setOpen(true)}
        />
      </Card>
      {open && (
        <ReplySheet
          {...props}
          question={question}
          onClose={close}
          onDone={(sentence) => {
            close()
            onDone(sentence)
          }}
        />
      )}
    </>
  )
}
