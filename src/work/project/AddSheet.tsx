import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import { LoadingLine } from '../../ui/States'
import { useSettled } from '../../ui/useSettled'
import { AppealChoices } from './AppealChoices'

interface Props {
  id: string
  hat: HatView
  /** In it already. */
  inside: readonly string[]
  onClose: () => void
  onDone: () => void
}

const numbered = /^\d{4}-\d{6}$/

/** Further appeals: those that wait at the organisation, or any other by its number. */
export function AddSheet({ id, hat, inside, onClose, onDone }: Props) {
  const [number, setNumber] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat.id)
  const asked = useSettled(number.trim())
  const byNumber = useRead('project.find', numbered.test(asked) ? { number: asked } : undefined, hat.id)
  const work = useRead('appeal.work', { filter: 'all' }, hat.id)
  const searching = number.trim() !== ''
  const found = searching ? (byNumber.data?.found ?? []) : (work.data?.rows ?? [])
  const shown = found.filter((appeal) => !inside.includes(appeal.id))
  const loading = searching
    ? numbered.test(asked) && !byNumber.data && !byNumber.refused
    : !work.data && !work.refused
  const add = async () => {
    const answer = await take('project.add', { id, appealIds: [...chosen] })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) onDone()
  }
  return (
    <Sheet
      open
      tall
      title="加哪几件"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          {chosen.length > 0 ? (
            <Button text={`加进来 ${chosen.length} 件`} busy={busy} onTap={add} />
          ) : (
            <Button look="locked" text="选几件加进来" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <Field
        caption="按编号找，或在下面选"
        value={number}
        onChange={setNumber}
        placeholder="比如 1202-041733"
        limit={11}
      />
      {loading && <LoadingLine wide />}
      <AppealChoices appeals={shown} chosen={chosen} onChange={setChosen} />
      {!loading && shown.length === 0 && (
        <View className="meta sheet-part">
          {!searching
            ? '单位手里没有在办的，用编号找。'
            : numbered.test(number.trim())
              ? '没找到这个编号，或者不归您看。'
              : '编号是四位日期、一横、六位数字。'}
        </View>
      )}
    </Sheet>
  )
}
