import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestCategories } from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import { channelNames, filedChannels } from '../../../domain/appeal/names'
import { mayEver } from '../../../domain/permission'
import { urgentWords } from '../../appeal/city'
import { CategoryChoice } from '../../appeal/request/CategoryChoice'
import '../../appeal/request/index.scss'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useSuggestions } from '../../appeal/suggestions'
import '../../appeal/TradeChips.scss'
import { RefusalSheet } from '../../call/RefusalSheet'
import { Talking } from '../../call/Talking'
import { PlaceSheet } from '../../place/PlaceSheet'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Photos } from '../../ui/Photos'
import { Row } from '../../ui/Row'
import { Failure } from '../../ui/States'
import { TextArea } from '../../ui/TextArea'
import { Toggle } from '../../ui/Toggle'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import { Filed } from './Filed'
import { ForWhom } from './ForWhom'
import './index.scss'
import { useFiling } from './useFiling'

const channels = filedChannels.map((name) => ({ name, text: channelNames[name] }))

/** 代报: what somebody said on the telephone, at the door or in a meeting, entered for them; one after the other. */
export default function OnBehalf() {
  const { hat, hats, wear, reading: me } = useHats()
  const form = useFiling(hat?.id)
  const { draft, change, photos, where, changeWhere } = form
  const [choosingPlace, setChoosingPlace] = useState(false)
  const suggested = useSuggestions(draft.words, { kind: 'request', trade: draft.trade }, requestCategories)

  if (!hat)
    return (
      <NoHat title="代报" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  if (!mayEver('appeal.submitFor', hat.role))
    return (
      <Page title="代报" tone="staff">
        <HatStrip hat={hat} hats={hats} wear={wear} />
        <Failure icon="id-card" title="这个身份不能代报" words="换个身份再来。" />
      </Page>
    )
  if (form.filed) return <Filed filed={form.filed} onAnother={form.another} />

  const something = draft.words.trim() !== '' || draft.photos.length > 0 || draft.voice !== undefined
  const category = draft.category ?? suggested[0]?.category ?? 'other'
  const submit = () => (where.place ? form.submit(where.place, category) : setChoosingPlace(true))

  return (
    <Page
      title="代报"
      tone="staff"
      foot={
        <ActionBar
          main={
            something ? (
              <Button text={photos.storing ? '照片在存' : '替他报上'} busy={form.busy} onTap={submit} />
            ) : (
              <Button look="locked" text="替他报上" onTap={() => {}} />
            )
          }
          consequence={something ? '草稿已存在手机上，没信号也不丢' : '写一句、说一句、拍一张，有一样就行'}
        >
          {form.refused && <SheetFoot refused={form.refused}>{null}</SheetFoot>}
        </ActionBar>
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="form">
        <View className="side filed-first">
          <Heading text="怎么来的" />
        </View>
        <View className="trade-chips">
          <Chips
            look="answer"
            label="怎么来的"
            options={channels}
            chosen={where.channel}
            onChoose={(channel) => changeWhere({ channel })}
          />
        </View>
        <View className="side">
          <TextArea
            value={draft.words}
            onChange={(words) => change({ words })}
            placeholder="照他说的写：什么事、在哪儿、什么时候"
            label="是什么事"
            limit={limits.text}
            short
          />
        </View>
        <View className="side">
          <Talking voice={draft.voice} onChange={(voice) => change({ voice })} />
        </View>
        <CategoryChoice
          chosen={draft.category}
          suggested={suggested}
          onChoose={(category) => change({ category })}
        />
        <View className="side">
          <Photos
            urls={photos.urls}
            limit={limits.photos}
            onAdd={() => photos.add('any')}
            onRemove={photos.remove}
          />
        </View>
        <View className="side form-place">
          <Card flush>
            <Row
              icon="map-pin"
              title={where.place?.name ?? '在哪个社区'}
              meta={where.place ? where.place.location : '选一回，下一件还用它'}
              link={where.place ? '换' : '选'}
              onTap={() => setChoosingPlace(true)}
            />
          </Card>
        </View>
        <View className="side">
          <Toggle
            icon="siren"
            title="有人有危险"
            words={urgentWords()}
            on={draft.urgent}
            onChange={(urgent) => change({ urgent })}
          />
        </View>
        <ForWhom person={draft} change={change} />
      </View>
      <PlaceSheet
        open={choosingPlace}
        onClose={() => setChoosingPlace(false)}
        onChoose={(place) => changeWhere({ place })}
      />
      <RefusalSheet refused={form.moved} onClose={form.dismiss} />
    </Page>
  )
}
