import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestCategories } from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import { type Identity, identityExplanations, identityNames } from '../../../domain/appeal/names'
import { RefusalSheet } from '../../call/RefusalSheet'
import { Talking } from '../../call/Talking'
import { PlaceSheet } from '../../place/PlaceSheet'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import type { IconName } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Photos } from '../../ui/Photos'
import { Row } from '../../ui/Row'
import { TextArea } from '../../ui/TextArea'
import { Tiles } from '../../ui/Tile'
import { Posted } from '../Posted'
import { Sent } from '../Sent'
import { useSuggestions } from '../suggestions'
import { TradeChips, TradeSheet, useTrade } from '../TradeChips'
import { saysSomething, useAppealForm } from '../useAppealForm'
import { coarseWords, useScannedPlace } from '../usePlace'
import { CategoryChoice } from './CategoryChoice'
import './index.scss'
import { Noticed } from './Noticed'
import { ReliefOffer } from './ReliefOffer'

const identityIcons: Record<Identity, IconName> = {
  open: 'user-round',
  shielded: 'shield-check',
  hidden: 'eye-off',
}
const identities = (Object.keys(identityNames) as Identity[]).map((name) => ({
  name,
  text: identityNames[name],
  icon: identityIcons[name],
}))

/** What is wrong, in words or photos; everything else is chosen beforehand and can be changed. */
export default function RequestForm() {
  const form = useAppealForm('request')
  const { draft, change, photos, refused, posted, sent } = form
  useScannedPlace(change)
  const { known, asking } = useTrade()
  const [choosingPlace, setChoosingPlace] = useState(false)
  const [askingTrade, setAskingTrade] = useState(false)

  const suggested = useSuggestions(
    draft.text,
    { kind: 'request', trade: known ?? draft.trade },
    requestCategories,
  )

  if (sent) return <Sent title="我要诉求" sent={sent} />
  if (posted) return <Posted title="我要诉求" requestId={posted} />

  const category = draft.category ?? suggested[0]?.category
  const something = saysSomething(draft)

  const submit = (trade = known ?? draft.trade) => {
    if (something && !draft.place) return setChoosingPlace(true)
    if (something && !trade) return setAskingTrade(true)
    return form.submit({ category: category ?? 'other', place: draft.place, trade })
  }

  return (
    <Page
      title="我要诉求"
      foot={
        <ActionBar
          main={
            <Button
              text={photos.storing ? '照片在存' : '提交'}
              onTap={() => submit()}
              busy={photos.storing}
            />
          }
          consequence={something ? '草稿已存在手机上，没信号也不丢' : '说一句、写一句、拍一张，有一样就行'}
          {...(something && { consequenceIcon: 'check' as const })}
        />
      }
    >
      <View className="form">
        <View className="side">
          <TextArea
            value={draft.text}
            onChange={(text) => change({ text })}
            placeholder="说说是什么事，在哪儿、什么时候"
            label="是什么事"
            limit={limits.text}
            short
          />
        </View>
        <View className="side">
          <Talking
            voice={draft.voice}
            onChange={(voice) => change({ voice })}
            hint="按住说，松开就录好；点一下也能说，最长 60 秒"
          />
        </View>
        <Noticed
          text={draft.text}
          urgent={draft.urgent}
          onUrgent={(urgent) => change({ urgent })}
          onText={(text) => change({ text })}
        />
        <CategoryChoice
          chosen={draft.category}
          suggested={suggested}
          onChoose={(category) => change({ category })}
        />
        <ReliefOffer category={category} draft={draft} />
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
              title={draft.place?.name ?? '在哪个社区'}
              meta={draft.place ? (coarseWords(draft.place) ?? draft.place.location) : '选一回，下回记着'}
              link={draft.place ? '换' : '选'}
              onTap={() => setChoosingPlace(true)}
            />
          </Card>
        </View>
        {asking && <TradeChips chosen={draft.trade} onChoose={(trade) => change({ trade })} />}
        <View className="side">
          <Heading text="谁能知道是您" />
          <View className="form-tiles">
            <Tiles
              options={identities}
              chosen={draft.identity}
              onChoose={(identity) => change({ identity })}
              label="谁能知道是您"
            />
          </View>
          <View className="meta">
            {identityExplanations[draft.identity]}
            {draft.voice && draft.identity !== 'open' && '录音里是您的声音，怕听出来就打字。'}
          </View>
        </View>
      </View>
      <PlaceSheet
        open={choosingPlace}
        onClose={() => setChoosingPlace(false)}
        onChoose={(place) => change({ place })}
      />
      <TradeSheet
        open={askingTrade}
        onClose={() => setAskingTrade(false)}
        onChoose={(trade) => {
          setAskingTrade(false)
          change({ trade })
          submit(trade)
        }}
      />
      <RefusalSheet
        refused={refused}
        onClose={form.dismiss}
        {...(refused?.code === 'AREA_NOT_FOUND'
          ? { again: { text: '重新选社区', onTap: () => setChoosingPlace(true) } }
          : {})}
      />
    </Page>
  )
}
