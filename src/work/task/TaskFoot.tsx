import Taro from '@tarojs/taro'
import type { HatView, TaskView } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { needsPresence } from '../../../domain/task/kinds'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import type { IconName } from '../../ui/Icon'
import { Tools } from '../detail/Tools'
import { readyToVerify } from './ready'

interface Props {
  task: TaskView
  hat: HatView
  onCancel: () => void
}

type Tool = 'edit' | 'cancel' | 'show' | 'verify'

const faces: Record<Tool, { text: string; icon: IconName }> = {
  show: { text: '亮码签到', icon: 'qr-code' },
  verify: { text: '验收', icon: 'clipboard-check' },
  edit: { text: '改', icon: 'pencil' },
  cancel: { text: '取消', icon: 'ban' },
}

/** What can be done now: the next step as the main button, the rest above it. */
export function TaskFoot({ task, hat, onCancel }: Props) {
  const { id, state, may } = task
  const go = (url: string) => () => Taro.navigateTo({ url })
  const edit = go(`/work/publish/index?id=${id}`)
  const steps: Record<Tool, () => void> = {
    edit,
    cancel: onCancel,
    show: go(`/work/checkIn/index?id=${id}`),
    verify: go('/work/verify/index'),
  }
  const possible = toolsOf(task, hat)
  const main = possible.find((tool) => tool === 'show' || tool === 'verify')
  if (state === 'draft' && may.organise)
    return (
      <ActionBar
        secondary={<Button look="secondary" text="不要了" onTap={onCancel} />}
        main={<Button text="接着写，再发布" onTap={edit} />}
      />
    )
  if (possible.length === 0) return null
  const rest = possible.filter((tool) => tool !== main)
  return (
    <ActionBar
      main={main && <Button icon={faces[main].icon} text={mainText(main, task)} onTap={steps[main]} />}
    >
      {rest.length > 0 && (
        <Tools tools={rest.map((name) => ({ name, ...faces[name] }))} onChoose={(tool) => steps[tool]()} />
      )}
    </ActionBar>
  )
}

function mainText(tool: Tool, { claims = [], proof }: TaskView): string {
  const waiting = claims.filter((claim) => readyToVerify(claim, proof)).length
  return tool === 'verify' && waiting > 0 ? `去验收，${waiting} 份在等` : faces[tool].text
}

/** The next step first. */
function toolsOf({ state, claims = [], proof, may, organisation }: TaskView, hat: HatView): Tool[] {
  const going = state === 'open' || state === 'full' || state === 'running'
  // The page of what waits is of the very organisation.
  const own = organisation.id === hat.organisation.id
  const ready = own && claims.some((claim) => readyToVerify(claim, proof))
  // By position, too: who gives none shows the code, or is registered on that page.
  const shows = going && needsPresence({ proof }) && granted('task.codes', hat.role, ['organisation'])
  return [
    ...(shows ? (['show'] as const) : []),
    ...(may.verify && ready ? (['verify'] as const) : []),
    ...(going && may.organise ? (['edit', 'cancel'] as const) : []),
  ]
}
