import { useState } from 'react'
import { placeLimits } from '../../../domain/place/limits'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { BatchSheet } from '../organisations/BatchSheet'
import { BoundarySheet } from './BoundarySheet'
import { CentreSheet } from './CentreSheet'
import { HoursSheet } from './HoursSheet'
import { LineSheet } from './LineSheet'
import { PickSheet } from './PickSheet'
import type { Details, SheetName, View } from './sheets'
import { TradesSheet } from './TradesSheet'

interface Props {
  sheet: SheetName
  view: View
  hat: string
  onClose: () => void
  /** Something was changed; `settles` when work is left to carry over. */
  onDone: (sentence: string, settles: boolean) => void
}

/** The sheet that changes one thing of an organisation. */
export function Sheets({ sheet, view, hat, onClose, onDone }: Props) {
  const { id, version } = view
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const save = async (details: Details) => {
    setRefused(undefined)
    const answer = await take('organisation.edit', { id, version, ...details })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) onDone('存好了', details.name !== undefined)
  }
  const pick = async (targetId: string) => {
    setRefused(undefined)
    const answer =
      sheet === 'move'
        ? await take('organisation.move', { id, version, parentId: targetId })
        : await take('organisation.merge', { id, version, heirId: targetId })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) onDone(sheet === 'move' ? '移过去了' : '并过去了', true)
  }
  const shared = { busy, refused, onClose }
  switch (sheet) {
    case 'name':
      return (
        <LineSheet
          {...shared}
          title="名字"
          caption="叫什么"
          placeholder="比如 凯旋社区"
          hint="改了以后，诉求里、工作人员的身份上都用新名字。"
          value={view.name}
          limit={placeLimits.name}
          onSave={(name) => name && (name === view.name ? onClose() : save({ name }))}
        />
      )
    case 'phone':
      return (
        <LineSheet
          {...shared}
          optional
          title="单位电话"
          caption="谁都能打的号码，别写个人的"
          placeholder="比如 024-12345678"
          value={view.phone ?? ''}
          limit={placeLimits.phone}
          onSave={(phone) => save({ phone })}
        />
      )
    case 'hours':
      return <HoursSheet {...shared} view={view} save={save} />
    case 'trades':
      return <TradesSheet {...shared} view={view} save={save} />
    case 'centre':
      return <CentreSheet {...shared} view={view} save={save} />
    case 'boundary':
      return <BoundarySheet {...shared} view={view} save={save} />
    case 'move':
    case 'merge':
      return <PickSheet {...shared} what={sheet} view={view} hat={hat} onChoose={pick} />
    case 'close':
    case 'open':
      return (
        <BatchSheet
          action={`organisation.${sheet}`}
          ids={[id]}
          hat={hat}
          onClose={onClose}
          onDone={() => onDone('', false)}
        />
      )
  }
}
