import { View } from '@tarojs/components'
import { useState } from 'react'
import { type DutyTag, dutyTags } from '../../../domain/task/kinds'
import { taskLimits } from '../../../domain/task/limits'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { SeveralChips } from '../../ui/SeveralChips'
import { Toggle } from '../../ui/Toggle'
import { TeamSheet } from './TeamSheet'
import type { TaskForm } from './taskForm'

interface Props {
  form: TaskForm
  hat: string
  /** Of a task that is there already, whom it was for stays. */
  made: boolean
  onChange: (change: Partial<TaskForm>) => void
}

const tags = (Object.keys(dutyTags) as DutyTag[]).map((name) => ({ name, text: dutyTags[name] }))
const ages = [0, 7, 30, 90].map((days) => ({
  name: String(days),
  text: days === 0 ? '谁都行' : `满 ${days} 天`,
}))

/** What most tasks don't need: whom it is for, whether it comes again, whether everybody is called at once. */
export function More({ form, hat, made, onChange }: Props) {
  const [choosing, setChoosing] = useState(false)
  const toggle = (tag: DutyTag) =>
    onChange({
      tags: form.tags.includes(tag) ? form.tags.filter((each) => each !== tag) : [...form.tags, tag],
    })
  const age = Math.min(form.memberDays, taskLimits.memberDays)
  return (
    <>
      <Heading text="最好是哪样的人" aside="不选也行" />
      <SeveralChips label="五员" options={tags} chosen={form.tags} onToggle={toggle} />
      <View className="meta">报到多久的人能领</View>
      <View className="publish-chips">
        <Chips
          wrap
          look="answer"
          label="报到多久的人能领"
          options={ages}
          chosen={String(age)}
          onChoose={(name) => onChange({ memberDays: Number(name) })}
        />
      </View>
      {!made && (
        <Card flush>
          <Row
            icon="users-round"
            title={form.team?.name ?? '谁都能来'}
            meta={form.team ? '队里的人都会收到' : '也可以只叫一支小队'}
            link={form.team ? '换' : '选小队'}
            onTap={() => setChoosing(true)}
          />
        </Card>
      )}
      <Toggle
        icon="calendar-days"
        title="每周都有"
        words="到点开始，下周的自己发出来"
        on={form.weekly}
        onChange={(weekly) => onChange({ weekly })}
      />
      <Toggle
        red
        icon="siren"
        title="应急集结"
        words={
          form.team ? `马上叫${form.team.name}的每一个人，跑单的也叫` : '马上叫全社区报到的人，跑单的也叫'
        }
        on={form.muster}
        onChange={(muster) => onChange({ muster })}
      />
      {choosing && (
        <TeamSheet
          hat={hat}
          chosen={form.team}
          onClose={() => setChoosing(false)}
          onChoose={(team) => {
            onChange({ team })
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}
