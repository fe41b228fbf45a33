import type { Input, Output } from '../../../domain/contract'
import type { Refused } from '../../call/refused'

export type View = Output<'organisation.view'>

export type SheetName =
  | 'name'
  | 'hours'
  | 'trades'
  | 'phone'
  | 'centre'
  | 'boundary'
  | 'move'
  | 'merge'
  | 'close'
  | 'open'

/** What an edit changes. */
export type Details = Omit<Input<'organisation.edit'>, 'id' | 'version'>

export interface EditProps {
  view: View
  busy: boolean
  refused: Refused | undefined
  onClose: () => void
  save: (details: Details) => void
}
