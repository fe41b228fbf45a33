import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../../domain/contract'
import { limits } from '../../../../domain/duty/limits'
import { weekdayName } from '../../../../domain/duty/plan'
import { type Cover, coverNames } from '../../../../domain/duty/rota'
import { SheetFoot } from '../../../appeal/SheetFoot'
import { useKeptForm } from '../../../appeal/useKeptForm'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Chips } from '../../../ui/Chip'
import { Sheet } from '../../../ui/Sheet'
import { useColleagues } from '../useColleagues'
import { type DraftSlot, type PlanDraft, planFault, sameSlot } from './draft'
import './PlanSheet.scss'
import { PlannedRow } from './PlannedRow'
import { SlotSheet } from './SlotSheet'

interface Props {
  rota: Output<'duty.rota'>
  hat: string
  onClose: () => void
  onDone: () => void
}

const covers = (Object.keys(coverNames) as Cover[]).map((name) => ({ name, text: coverNames[name] }))

/** 排班: the slots of a week, and when somebody must be there; saved as one. What is planned outlives closing it. */
export function PlanSheet({ rota, hat, onClose, onDone }: Props) {
  // As it was when the sheet was opened: on another version it would undo what somebody else planned.
  const [{ version, cover, weekly }] = useState(rota)
  const stored: PlanDraft = {
    cover,
    slots: weekly.map(({ who, weekday, from, to }) => ({
      weekday,
      from,
      to,
      personId: who.personId,
      name: who.name,
    })),
  }
  const { draft, change, clear, busy, refused, send } = useKeptForm<PlanDraft>({
    name: `duty.plan ${hat} ${version}`,
    hat,
    empty: stored,
  })
  const colleagues = useColleagues(hat)
  const [editing, setEditing] = useState<{ slot: DraftSlot | undefined }>()

  const left = (slot: DraftSlot) =>
    colleagues.list !== undefined && !colleagues.list.some(({ personId }) => personId === slot.personId)
  const changed = JSON.stringify([draft.cover, draft.slots]) !== JSON.stringify([stored.cover, stored.slots])
  const gone = draft.slots.find(left)
  const fault = gone
    ? `${gone.name}不在本单位值班的人里了，请换一位`
    : draft.slots.length > limits.slots
      ? `一周最多排 ${limits.slots} 个班`
      : planFault(draft.slots)

  const save = async () => {
    const slots = draft.slots.map(({ weekday, from, to, personId }) => ({ weekday, from, to, personId }))
    if (await send('duty.plan', () => ({ version, cover: draft.cover, weekly: slots }))) onDone()
  }

  if (editing)
    return (
      <SlotSheet
        slots={draft.slots}
        changed={editing.slot}
        colleagues={colleagues}
        onClose={() => setEditing(undefined)}
        onDone={(slots) => {
          change({ slots })
          setEditing(undefined)
        }}
      />
    )
  return (
    <Sheet
      open
      tall
      title="排班"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={fault}>
          {fault ? (
            <Button look="locked" text="存" onTap={onClose} />
          ) : (
            <Button text="存，每周照这样排" busy={busy} onTap={save} />
          )}
        </SheetFoot>
      }
    >
      <View className="meta sheet-caption">什么时候必须有人（没人会提醒）</View>
      <View className="sheet-chips">
        <Chips
          wrap
          look="answer"
          label="什么时候必须有人"
          options={covers}
          chosen={draft.cover}
          onChoose={(name) => change({ cover: name })}
        />
      </View>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const slots = draft.slots.filter((slot) => slot.weekday === weekday)
        if (slots.length === 0) return null
        return (
          <View key={weekday}>
            <View className="plan-day">{weekdayName(weekday)}</View>
            <Card flush>
              {slots.map((slot) => (
                <PlannedRow
                  key={`${slot.from} ${slot.personId}`}
                  slot={slot}
                  left={left(slot)}
                  onChange={() => setEditing({ slot })}
                  onRemove={() => change({ slots: draft.slots.filter((each) => !sameSlot(each, slot)) })}
                />
              ))}
            </Card>
          </View>
        )
      })}
      <View className="sheet-part">
        <Button look="secondary" icon="plus" text="加一班" onTap={() => setEditing({ slot: undefined })} />
        {changed && <Button look="text" icon="undo-2" text="不改了，照原来的" onTap={clear} />}
      </View>
    </Sheet>
  )
}
