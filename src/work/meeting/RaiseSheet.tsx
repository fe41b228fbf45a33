import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Category, categoryNames, requestCategories } from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import type { Place } from '../../../domain/contract'
import { meetingLimits } from '../../../domain/meeting/limits'
import { type Trade, tradeNames } from '../../../domain/people/roles'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useSuggestions } from '../../appeal/suggestions'
import { useKeptForm } from '../../appeal/useKeptForm'
import { chosenPlaces } from '../../place/chosen'
import { PlaceSheet } from '../../place/PlaceSheet'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'

interface Raised {
  text: string
  category: Category
  trade: Trade
}
interface Props {
  id: string
  hat: string
  onClose: () => void
  onDone: (count: number) => void
}

const trades = (Object.keys(tradeNames) as Trade[]).map((name) => ({ name, text: tradeNames[name] }))
interface Noted {
  text: string
  category?: Category | undefined
  trade: Trade
  place?: Place | undefined
  items: Raised[]
}
const empty: Noted = { text: '', trade: 'delivery', items: [] }

/** 会上提的: several noted one under the other, then entered at once; kept on the phone until they are. */
export function RaiseSheet({ id, hat, onClose, onDone }: Props) {
  const { draft, change, busy, refused, send } = useKeptForm<Noted>({
    name: `meeting.raise ${id}`,
    hat,
    empty: { ...empty, place: chosenPlaces()[0] },
  })
  const { text, category, trade, place, items } = draft
  const [choosingPlace, setChoosingPlace] = useState(false)
  const suggested = useSuggestions(text, { kind: 'request', trade }, requestCategories)
  const current = category ?? suggested[0]?.category ?? 'other'
  const near = [...new Set([...suggested.map((each) => each.category), current, 'other' as const])]
  const all = text.trim() ? [...items, { text: text.trim(), category: current, trade }] : items
  const note = () => change({ text: '', category: undefined, items: all })
  const enter = async () => {
    if (!place) return setChoosingPlace(true)
    // As it is sent it is kept: which category is suggested may be another one when it is tried again.
    if (text !== '') note()
    const answer = await send('meeting.raise', () => ({ id, area: place.id, items: all }))
    if (answer) onDone(answer.raised.length)
  }
  if (choosingPlace)
    return <PlaceSheet open onClose={() => setChoosingPlace(false)} onChoose={(place) => change({ place })} />
  return (
    <Sheet
      open
      tall
      title="会上提的"
      onClose={onClose}
      foot={
        <SheetFoot refused={refused}>
          {all.length > 0 ? (
            <Button text={`一起录入 ${all.length} 件`} busy={busy} onTap={enter} />
          ) : (
            <Button look="locked" text="写一件再录入" onTap={onClose} />
          )}
          {text.trim() && all.length < meetingLimits.raised && (
            <Button look="text" icon="plus" text="再写一件" onTap={note} />
          )}
        </SheetFoot>
      }
    >
      {items.map((item, index) => (
        <Card flush key={`${index} ${item.text}`}>
          <Row
            title={item.text}
            meta={`${categoryNames[item.category]} · ${tradeNames[item.trade]}`}
            link="去掉"
            onTap={() => change({ items: items.filter((_, at) => at !== index) })}
          />
        </Card>
      ))}
      <View className="sheet-part">
        <TextArea
          inSheet
          short
          value={text}
          onChange={(text) => change({ text })}
          limit={limits.text}
          label="提了什么"
          caption="提了什么"
          placeholder="比如：路灯坏了一排，晚上看不见"
        />
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="是哪一类"
          options={near.map((name) => ({ name, text: categoryNames[name] }))}
          chosen={current}
          onChoose={(category) => change({ category })}
        />
      </View>
      <View className="sheet-part sheet-chips">
        <Chips
          wrap
          look="answer"
          label="提的人做什么"
          options={trades}
          chosen={trade}
          onChoose={(trade) => change({ trade })}
        />
      </View>
      <View className="sheet-part">
        <Card flush>
          <Row
            icon="map-pin"
            title={place?.name ?? '在哪个社区'}
            meta={place?.location}
            link={place ? '换' : '选'}
            onTap={() => setChoosingPlace(true)}
          />
        </Card>
      </View>
    </Sheet>
  )
}
