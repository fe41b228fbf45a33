import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import type { TaskState } from '../../../domain/task/task'
import { useDraft } from '../../call/draft'
import { RefusalSheet } from '../../call/RefusalSheet'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { useNow } from '../../ui/useNow'
import { Form } from './Form'
import { fromTemplate, missingOf, type TaskForm } from './taskForm'
import './index.scss'
import { KindChoice } from './KindChoice'
import { usePublish } from './usePublish'

interface Props {
  /** What the form begins with; what was typed since lies over it. */
  initial: TaskForm
  hat: HatView
  /** The task that is changed, where it stands, and how many would be told. */
  made?: { id: string; state: TaskState; holders: number }
  onDone: (id: string, as: 'published' | 'kept' | 'changed') => void
  /** Somebody else changed it meanwhile: begins with the latest. */
  onStale: () => void
  /** The latest is on its way. */
  renewing?: boolean
}

/**
 * 发任务, and the same form to change one. What was typed stays on the phone until the function has it, and only that:
 * when somebody else was faster it lies over theirs.
 */
export function PublishPage({ initial, hat, made, onDone, onStale, renewing = false }: Props) {
  const [typed, keep, clear] = useDraft<Partial<TaskForm>>(made ? `task ${made.id}` : 'task new', {})
  const form = { ...initial, ...typed }
  const [choosing, setChoosing] = useState(false)
  const now = useNow()
  const isDraft = made === undefined || made.state === 'draft'
  const { busy, refused, dismiss, send } = usePublish({
    form,
    change: keep,
    id: made?.id,
    hat: hat.id,
    onDone: (id, as) => {
      clear()
      onDone(id, as === 'keep' ? 'kept' : isDraft ? 'published' : 'changed')
    },
  })
  const change = (changed: Partial<TaskForm>) => keep({ ...changed, sent: undefined })
  const { kind } = form
  const title = made ? '改任务' : '发任务'
  if (!kind || choosing)
    return (
      <Page title={title} tone="staff" behind="/work/tasks/index">
        <View className="side publish">
          <KindChoice
            chosen={kind}
            onChoose={(chosen) => {
              change(fromTemplate(chosen, form))
              setChoosing(false)
            }}
          />
        </View>
      </Page>
    )
  const organisation = hat.organisation.kind
  const missing = missingOf(form, { organisation, made: made !== undefined, now })
  const main = isDraft ? '发布' : '存好'
  const holders = made?.holders ?? 0
  const stale = refused?.code === 'TASK_STALE'
  return (
    <Page
      title={title}
      tone="staff"
      behind="/work/tasks/index"
      foot={
        <ActionBar
          {...(missing && { reason: missing })}
          secondary={
            isDraft &&
            !missing && (
              <Button look="secondary" text="先存着" busy={busy === 'keep'} onTap={() => send('keep')} />
            )
          }
          main={
            missing ? (
              <Button look="locked" text={main} onTap={() => {}} />
            ) : (
              <Button text={main} busy={busy === 'publish' || renewing} onTap={() => send('publish')} />
            )
          }
          {...(!isDraft && holders > 0 && { consequence: `改了什么，马上告诉领了的 ${holders} 个人` })}
          {...(isDraft && form.muster && !missing && { consequence: '一发布，每个人马上收到' })}
        />
      }
    >
      <View className="side publish">
        <Form
          form={{ ...form, kind }}
          hat={hat}
          made={made !== undefined}
          now={now}
          onChange={change}
          onOtherKind={() => setChoosing(true)}
        />
      </View>
      <RefusalSheet
        refused={refused}
        onClose={dismiss}
        {...(stale && {
          again: {
            text: '看最新的',
            onTap: () => {
              keep({ sent: undefined })
              onStale()
            },
          },
        })}
      />
    </Page>
  )
}
