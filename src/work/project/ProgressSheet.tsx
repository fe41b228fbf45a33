import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import type { ProjectView } from '../../../domain/contract'
import { projectLimits } from '../../../domain/project/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import type { Refused } from '../../call/refused'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Toggle } from '../../ui/Toggle'
import { dayOf, endOf } from '../dayField'

interface Props {
  project: ProjectView
  hat: string
  onClose: () => void
  onDone: () => void
}

const week = 7 * 86_400_000

/** 写进展: what everybody reads, which steps are done, and further steps. */
export function ProgressSheet({ project, hat, onClose, onDone }: Props) {
  const [words, setWords] = useState(project.progress)
  const [steps, setSteps] = useState(() =>
    project.milestones.map(({ name, by, doneAt }) => ({ name, by, done: doneAt !== null })),
  )
  const [name, setName] = useState('')
  const [by, setBy] = useState(() => endOf(dayOf(Date.now() + week)))
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const all = name.trim() ? [...steps, { name: name.trim(), by, done: false }] : steps
  const save = async () => {
    const { id, version } = project
    const answer = await take('project.progress', { id, version, progress: words, milestones: all })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) onDone()
  }
  return (
    <Sheet
      open
      title="写进展"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={words.trim() ? undefined : '写一句，大家看得到'}>
          {words.trim() ? (
            <Button text="写上，大家看得到" busy={busy} onTap={save} />
          ) : (
            <Button look="locked" text="写上，大家看得到" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <TextArea
        inSheet
        short
        value={words}
        onChange={setWords}
        limit={projectLimits.progress}
        label="治到哪一步了"
        caption="治到哪一步了"
        placeholder="比如：门禁装好了，周五晚上试开"
      />
      {steps.map((step, index) => (
        <View className="sheet-part" key={step.name}>
          <Toggle
            icon="circle-check"
            title={step.name}
            words={step.done ? '办完了' : `${date(step.by, Date.now())}前`}
            on={step.done}
            onChange={(done) => setSteps(steps.map((each, at) => (at === index ? { ...each, done } : each)))}
          />
        </View>
      ))}
      {steps.length < projectLimits.milestones && (
        <View className="sheet-part">
          <Field
            caption="再加一步（可不填）"
            value={name}
            onChange={setName}
            placeholder="比如：装夜间门禁"
            limit={projectLimits.milestone}
          />
          <Picker mode="date" value={dayOf(by)} onChange={({ detail }) => setBy(endOf(detail.value))}>
            <Card flush>
              <Row
                icon="calendar-days"
                title={`${date(by, Date.now())}前办完`}
                meta="到这天为止"
                link="换一天"
              />
            </Card>
          </Picker>
        </View>
      )}
    </Sheet>
  )
}
