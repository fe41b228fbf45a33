import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'

interface Props {
  count: number
  points: number
  busy: boolean
  onReject: () => void
  onApprove: () => void
}

/** 不批, 批准: for all that are ticked. */
export function ApprovalFoot({ count, points, busy, onReject, onApprove }: Props) {
  if (count === 0) return null
  return (
    <ActionBar
      secondary={<Button look="secondary" text="不批" busy={busy} onTap={onReject} />}
      main={<Button text={`批准 ${count} 件 · ${points} 分`} busy={busy} onTap={onApprove} />}
    />
  )
}
