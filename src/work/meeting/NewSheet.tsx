import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { meetingLimits } from '../../../domain/meeting/limits'
import { type MeetingKind, meetingNames } from '../../../domain/meeting/meeting'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { clock, date } from '../../appeal/words'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { dayOf, momentOf } from '../dayField'

interface Props {
  hat: HatView
  onClose: () => void
  onDone: (id: string) => void
}

const kinds = (Object.keys(meetingNames) as MeetingKind[]).map((name) => ({ name, text: meetingNames[name] }))
const day = 86_400_000

interface Filled {
  kind: MeetingKind
  /** Once it is chosen, or sent. */
  at?: number | undefined
  where: string
  who: string
  /** Once it is sent: what is suggested may be something else when it is tried again. */
  appealIds?: string[] | undefined
}
const empty: Filled = { kind: 'joint', where: '', who: '' }

/** 开一个会: what kind, when, where, with whom; its agenda is drafted meanwhile. */
export function NewSheet({ hat, onClose, onDone }: Props) {
  const form = useKeptForm({ name: `meeting.create ${hat.id}`, hat: hat.id, empty })
  const { draft, busy, refused } = form
  const { kind, where, who } = draft
  const [tomorrow] = useState(() => momentOf(dayOf(Date.now() + day), '09:30'))
  const at = draft.at ?? tomorrow
  const { data: suggested } = useRead('meeting.draft', {}, hat.id)
  const appealIds = draft.appealIds ?? suggested?.items.map(({ id }) => id) ?? []
  const change = (part: Partial<Filled>) => form.change({ ...part, appealIds: undefined })
  const create = async () => {
    if (!draft.appealIds) form.change({ at, appealIds })
    const participants = who.split(/[，,、；;\s]+/).filter(Boolean)
    const answer = await form.send('meeting.create', () => ({ kind, at, where, participants, appealIds }))
    if (answer) onDone(answer.id)
  }
  return (
    <Sheet
      open
      title="开一个会"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={where.trim() ? undefined : '写一下在哪儿开'}>
          {where.trim() ? (
            <Button
              text={appealIds.length > 0 ? `开会，先列 ${appealIds.length} 个议题` : '开会'}
              busy={busy}
              onTap={create}
            />
          ) : (
            <Button look="locked" text="开会" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      <View className="sheet-chips">
        <Chips
          wrap
          look="answer"
          label="什么会"
          options={kinds}
          chosen={kind}
          onChoose={(kind) => change({ kind })}
        />
      </View>
      <View className="sheet-part">
        <Card flush>
          <Picker
            mode="date"
            value={dayOf(at)}
            onChange={({ detail }) => change({ at: momentOf(detail.value, clock(at)) })}
          >
            <Row icon="calendar-days" title={date(at, Date.now())} meta="哪一天" link="换一天" />
          </Picker>
          <Picker
            mode="time"
            value={clock(at)}
            onChange={({ detail }) => change({ at: momentOf(dayOf(at), detail.value) })}
          >
            <Row icon="clock" title={clock(at)} meta="几点" link="换个点" />
          </Picker>
        </Card>
      </View>
      <View className="sheet-part">
        <Field
          caption="在哪儿开"
          value={where}
          onChange={(where) => change({ where })}
          placeholder="比如：社区二楼会议室"
          limit={meetingLimits.where}
        />
      </View>
      <View className="sheet-part">
        <Field
          caption="请哪些单位（用顿号隔开，可不填）"
          value={who}
          onChange={(who) => change({ who })}
          placeholder="比如：城管、物业、美团站点"
          limit={200}
        />
      </View>
    </Sheet>
  )
}
