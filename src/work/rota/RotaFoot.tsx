import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'

interface Props {
  mayHandOver: boolean
  mayPlan: boolean
  planned: boolean
  onHandOver: () => void
  onPlan: () => void
}

/** Hand over while on duty; plan for those who may. */
export function RotaFoot({ mayHandOver, mayPlan, planned, onHandOver, onPlan }: Props) {
  if (mayHandOver)
    return (
      <ActionBar
        {...(mayPlan && { secondary: <Button look="secondary" text="排班" onTap={onPlan} /> })}
        main={<Button text="交班，留句话" onTap={onHandOver} />}
      />
    )
  if (mayPlan)
    return <ActionBar main={<Button look={planned ? 'secondary' : 'main'} text="排班" onTap={onPlan} />} />
  return null
}
