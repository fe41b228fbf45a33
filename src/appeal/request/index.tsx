import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Identity, identityExplanations, identityNames } from '../../../domain/appeal/appeal'
import {
  type Category,
  categoryNames,
  guessCategory,
  requestCategories,
} from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import { RefusalSheet } from '../../call/RefusalSheet'
import { asRefused } from '../../call/refused'
import { PlaceSheet } from '../../place/PlaceSheet'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Heading } from '../../ui/Heading'
import type { IconName } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Photos } from '../../ui/Photos'
import { Row } from '../../ui/Row'
import { TextArea } from '../../ui/TextArea'
import { Tiles } from '../../ui/Tile'
import { toast } from '../../ui/toast'
import { Sent } from '../Sent'
import { TradeChips, TradeSheet, useTrade } from '../TradeChips'
import { useAppealForm } from '../useAppealForm'
import { coarseWords, useScannedPlace } from '../usePlace'
import './index.scss'

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
  const { draft, change, photos, sending, refused, sent } = form
  useScannedPlace(change)
  const { known, asking } = useTrade()
  const [choosingPlace, setChoosingPlace] = useState(false)
  const [askingTrade, setAskingTrade] = useState(false)

  if (sent) return <Sent title="我要诉求" sent={sent} />

  const guess = guessCategory(draft.text)
  const category = draft.category ?? guess
  const something = draft.text.trim() !== '' || draft.photos.length > 0

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
          main={<Button text={sending ? '正在发' : '提交'} onTap={() => submit()} busy={sending} />}
          consequence={something ? '草稿已存在手机上，没信号也不丢' : '写一句、拍一张，有一样就行'}
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
          />
        </View>
        <View className="side">
          <Photos
            urls={photos.urls}
            limit={limits.photos}
            onAdd={() => photos.add('any').catch((thrown: unknown) => toast(asRefused(thrown).message))}
            onRemove={photos.remove}
          />
        </View>
        <View>
          <View className="side">
            <Heading text="是哪一类" aside={aside(draft.category, guess)} />
          </View>
          <View className="form-chips">
            <Chips
              options={categoryOptions(guess)}
              chosen={category}
              onChoose={(chosen) => change({ category: chosen })}
              look="answer"
              label="是哪一类"
            />
          </View>
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
          <View className="meta">{identityExplanations[draft.identity]}</View>
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
          : refused?.code === 'OFFLINE' || refused?.code === 'INTERNAL'
            ? { again: { text: '再试一次', onTap: () => submit() } }
            : {})}
      />
    </Page>
  )
}

function aside(chosen: Category | undefined, guess: Category | undefined): string {
  if (chosen) return '您选的'
  return guess ? '按您说的先选了一个' : '不选就算其他'
}

/** What the words speak of comes first, so that it is in sight. */
function categoryOptions(guess: Category | undefined): { name: Category; text: string }[] {
  const first = guess ? [guess] : []
  const others = requestCategories.filter((category) => category !== guess)
  return [...first, ...others].map((name) => ({ name, text: categoryNames[name] }))
}
