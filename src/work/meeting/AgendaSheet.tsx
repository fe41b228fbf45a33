import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeetingView } from '../../../domain/contract'
import { whyNames } from '../../../domain/meeting/meeting'
import { SheetFoot } from '../../appeal/SheetFoot'
import { isRefused, useStep } from '../../appeal/useStep'
import type { Refused } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { Toggle } from '../../ui/Toggle'

interface Props {
  meeting: MeetingView
  hat: string
  onClose: () => void
  onDone: () => void
}

/** 排议题: which are talked about, the one switched on last at the end; more are proposed below. */
export function AgendaSheet({ meeting, hat, onClose, onDone }: Props) {
  const [chosen, setChosen] = useState(() => meeting.items.map(({ id }) => id))
  const [refused, setRefused] = useState<Refused>()
  const { data: draft } = useRead('meeting.draft', {}, hat)
  const { busy, take } = useStep(hat)
  const known = [...meeting.items, ...(draft?.items ?? [])]
  const items = known.filter((item, index) => known.findIndex(({ id }) => id === item.id) === index)
  const inOrder = [...items].sort((a, b) => orderOf(a.id) - orderOf(b.id))
  function orderOf(id: string): number {
    const at = chosen.indexOf(id)
    return at < 0 ? items.length : at
  }
  const save = async () => {
    const { id, version } = meeting
    const answer = await take('meeting.agenda', { id, version, appealIds: chosen })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) onDone()
  }
  return (
    <Sheet
      open
      tall
      title="排议题"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          <Button text={`就议这 ${chosen.length} 件`} busy={busy} onTap={save} />
        </SheetFoot>
      }
    >
      <View className="meta">关上的不议；再打开就排到最后。</View>
      {inOrder.map(({ id, title, placeName, why }) => {
        const at = chosen.indexOf(id)
        return (
          <View className="sheet-part" key={id}>
            <Toggle
              icon={at < 0 ? 'circle-dashed' : 'circle-check'}
              title={at < 0 ? title : `${at + 1}. ${title}`}
              words={`${placeName} · ${why.map((each) => whyNames[each]).join('、')}`}
              on={at >= 0}
              onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          </View>
        )
      })}
    </Sheet>
  )
}
