import { Picker, View } from '@tarojs/components'
import type { MeetingView } from '../../../domain/contract'
import { meetingLimits } from '../../../domain/meeting/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { date } from '../../appeal/words'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { dayOf, endOf } from '../dayField'

interface Props {
  meeting: MeetingView
  item: MeetingView['items'][number]
  hat: string
  onClose: () => void
  onDone: () => void
}

const week = 7 * 86_400_000
const readers = [
  { name: 'person', text: '本人看得到' },
  { name: 'internal', text: '只内部看' },
] as const

/** What was decided about one item: words, who, by when. */
export function DecisionSheet({ meeting, item, hat, onClose, onDone }: Props) {
  const { decision } = item
  const { draft, change, busy, refused, send } = useKeptForm({
    // What was decided meanwhile is to be read first, and not written over.
    name: `meeting.minutes ${meeting.id} ${item.id} ${decision?.words ?? ''}`,
    hat,
    empty: {
      words: decision?.words ?? '',
      organisation: decision?.organisation ?? meeting.organisation.name,
      by: decision?.by ?? endOf(dayOf(Date.now() + week)),
      internal: decision?.internal ?? false,
    },
  })
  const { words, organisation, by, internal } = draft
  const ready = words.trim() !== '' && organisation.trim() !== ''
  const save = async (empty?: boolean) => {
    const said = empty ? null : { words, by, organisation, internal }
    if (await send('meeting.minutes', () => ({ id: meeting.id, appealId: item.id, decision: said }))) onDone()
  }
  const others = [meeting.organisation.name, ...meeting.participants].map((name) => ({ name, text: name }))
  return (
    <Sheet
      open
      title="定了什么"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={ready ? undefined : '写一句定了什么'}>
          {ready ? (
            <Button text="记上" busy={busy} onTap={() => save()} />
          ) : (
            <Button look="locked" text="记上" onTap={onClose} />
          )}
          {decision && <Button look="text" text="没定，去掉" onTap={() => save(true)} />}
        </SheetFoot>
      }
    >
      <View className="meta">{item.title}</View>
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={words}
          onChange={(words) => change({ words })}
          limit={meetingLimits.decision}
          label="定了什么"
          placeholder="比如：物业给骑手开北门小门，开到 23:00"
        />
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="谁来办"
          options={others}
          chosen={organisation}
          onChoose={(organisation) => change({ organisation })}
        />
      </View>
      <View className="sheet-part">
        <Field
          caption="谁来办"
          value={organisation}
          onChange={(organisation) => change({ organisation })}
          limit={meetingLimits.participant}
        />
      </View>
      <View className="sheet-part">
        <Picker mode="date" value={dayOf(by)} onChange={({ detail }) => change({ by: endOf(detail.value) })}>
          <Card flush>
            <Row
              icon="calendar-days"
              title={`${date(by, Date.now())}前办完`}
              meta="到这天为止"
              link="换一天"
            />
          </Card>
        </Picker>
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="谁看得到"
          options={readers}
          chosen={internal ? 'internal' : 'person'}
          onChoose={(name) => change({ internal: name === 'internal' })}
        />
      </View>
    </Sheet>
  )
}
