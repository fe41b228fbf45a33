import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import type { ProjectView } from '../../../domain/contract'
import { projectLimits } from '../../../domain/project/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { date } from '../../appeal/words'
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
  // As it was when the sheet was opened: on another version it would undo what somebody else wrote.
  const [{ id, version, progress, milestones }] = useState(project)
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `project.progress ${id} ${version}`,
    hat,
    empty: {
      words: progress,
      steps: milestones.map(({ name, by, doneAt }) => ({ name, by, done: doneAt !== null })),
      name: '',
      by: endOf(dayOf(Date.now() + week)),
    },
  })
  const { words, steps, name, by } = draft
  const all = name.trim() ? [...steps, { name: name.trim(), by, done: false }] : steps
  const save = async () => {
    const input = { id, version, progress: words, milestones: all }
    if (await send('project.progress', () => input)) onDone()
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
        onChange={(words) => change({ words })}
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
            onChange={(done) =>
              change({ steps: steps.map((each, at) => (at === index ? { ...each, done } : each)) })
            }
          />
        </View>
      ))}
      {steps.length < projectLimits.milestones && (
        <View className="sheet-part">
          <Field
            caption="再加一步（可不填）"
            value={name}
            onChange={(name) => change({ name })}
            placeholder="比如：装夜间门禁"
            limit={projectLimits.milestone}
          />
          <Picker
            mode="date"
            value={dayOf(by)}
            onChange={({ detail }) => change({ by: endOf(detail.value) })}
          >
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
