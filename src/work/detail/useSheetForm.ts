import type { WriteAction } from '../../../domain/contract'
import { roundOf } from '../../appeal/round'
import { type StepForm, useStepForm } from '../../appeal/useStepForm'
import type { SheetProps } from './StaffBar'

interface Options<D> {
  /** Fields beside words and photos. */
  empty: D
  limit: number
  /** Of several forms of one action: each has its own draft. */
  form?: string
  /** What happened and what follows. */
  done: string
}

/** The form of a step in a sheet: it closes when the step is taken, and when it isn't possible any more. */
export function useSheetForm<A extends WriteAction, D extends object>(
  action: A,
  { view, hat, onClose, onDone, onRefused }: SheetProps,
  { empty, limit, form = '', done }: Options<D>,
): StepForm<A, D> {
  return useStepForm({
    action,
    id: `${view.id}${form}`,
    hat: hat?.id,
    round: roundOf(view),
    empty,
    limit,
    onDone: () => onDone(done),
    onMoved: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
}
