import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Category, categoryNames, requestCategories } from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import type { Place } from '../../../domain/contract'
import { meetingLimits } from '../../../domain/meeting/limits'
import { type Trade, tradeNames } from '../../../domain/people/roles'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useSuggestions } from '../../appeal/suggestions'
import { isRefused, useStep } from '../../appeal/useStep'
import { useDraft } from '../../call/draft'
import type { Refused } from '../../call/refused'
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
const empty: { text: string; trade: Trade; place?: Place | undefined; items: Raised[] } = {
  text: '',
  trade: 'delivery',
  items: [],
}

/** 会上提的: several noted one under the other, then entered at once; kept on the phone until they are. */
export function RaiseSheet({ id, hat, onClose, onDone }: Props) {
  const [draft, change, clear] = useDraft(`raise ${id}`, { ...empty, place: chosenPlaces()[0] })
  const { text, trade, place, items } = draft
  const [category, setCategory] = useState<Category>()
  const [choosingPlace, setChoosingPlace] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep(hat)
  const suggested = useSuggestions(text, { kind: 'request', trade }, requestCategories)
  const current = category ?? suggested[0]?.category ?? 'other'
  const near = [...new Set([...suggested.map((each) => each.category), current, 'other' as const])]
  const all = text.trim() ? [...items, { text: text.trim(), category: current, trade }] : items
  const note = () => {
    change({ text: '', items: all })
    setCategory(undefined)
  }
  const enter = async () => {
    if (!place) return setChoosingPlace(true)
    const answer = await take('meeting.raise', { id, area: place.id, items: all })
    if (isRefused(answer)) return setRefused(answer)
    if (!answer) return
    clear()
    onDone(answer.raised.length)
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
          onChoose={setCategory}
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
