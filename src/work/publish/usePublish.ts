import { useRef, useState } from 'react'
import type { TaskKind } from '../../../domain/task/kinds'
import { call, newAttempt } from '../../call/call'
import { asRefused, type Refused } from '../../call/refused'
import { isBlank, planOf, type TaskForm } from './taskForm'

interface Options {
  form: TaskForm
  change: (change: Partial<TaskForm>) => void
  /** The task that is changed; undefined: a new one. */
  id: string | undefined
  hat: string
  onDone: (id: string, as: 'publish' | 'keep') => void
}

/** Sends the form; what was wished for once keeps its request id, over closing the app too: it counts once. */
export function usePublish({ form, change, id, hat, onDone }: Options) {
  const [busy, setBusy] = useState<'publish' | 'keep'>()
  const [refused, setRefused] = useState<Refused>()
  const under = useRef(false)

  const send = async (as: 'publish' | 'keep') => {
    const { kind, version } = form
    if (!kind || under.current) return
    under.current = true
    setBusy(as)
    setRefused(undefined)
    const attempt = form.sent?.as === as ? { requestId: form.sent.requestId } : newAttempt()
    change({ sent: { as, requestId: attempt.requestId } })
    const publish = as === 'publish'
    const plan = planOf({ ...form, kind })
    try {
      const done =
        id === undefined
          ? await call('task.create', { plan, publish, ...whom(form, kind) }, { attempt, hat })
          : await call(
              'task.edit',
              { id, version: version ?? 0, plan, publish, ...door(form, kind) },
              { attempt, hat },
            )
      onDone(done.id, as)
    } catch (thrown) {
      setRefused(asRefused(thrown))
    } finally {
      under.current = false
      setBusy(undefined)
    }
  }
  return { busy, refused, dismiss: () => setRefused(undefined), send }
}

function whom({ team, beneficiary }: TaskForm, kind: TaskKind) {
  return {
    ...(team && { teamId: team.id }),
    ...(kind === 'delivery' && { beneficiary }),
  }
}

const door = ({ beneficiary }: TaskForm, kind: TaskKind) =>
  kind === 'delivery' && !isBlank(beneficiary) ? { beneficiary } : {}
