import { Image, View } from '@tarojs/components'
import Taro, { useReady } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type Category, categoryNames, snapCategories } from '../../../domain/appeal/categories'
import { limits } from '../../../domain/appeal/limits'
import type { Place } from '../../../domain/contract'
import { RefusalSheet } from '../../call/RefusalSheet'
import { Talking } from '../../call/Talking'
import { PlaceSheet } from '../../place/PlaceSheet'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Heading } from '../../ui/Heading'
import { Icon, type IconName } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Tap } from '../../ui/Tap'
import { Tiles } from '../../ui/Tile'
import { Toggle } from '../../ui/Toggle'
import { toast } from '../../ui/toast'
import { hearOfCity, takenOf, urgentWords } from '../city'
import { Posted } from '../Posted'
import { Sent } from '../Sent'
import { TradeSheet, useTrade } from '../TradeChips'
import { type AppealDraft, useAppealForm } from '../useAppealForm'
import { coarseWords } from '../usePlace'
import './index.scss'
import { Similar } from './Similar'
import { Supported } from './Supported'
import { useSimilar } from './useSimilar'
import { useWhere } from './useWhere'

const icons: Record<(typeof snapCategories)[number], IconName> = {
  sanitation: 'trash-2',
  obstruction: 'construction',
  facilityDamage: 'wrench',
  fireLane: 'fire-extinguisher',
  traffic: 'car-front',
  security: 'shield-alert',
  foodSafety: 'utensils',
  dispute: 'messages-square',
  other: 'ellipsis',
}
const tile = (name: (typeof snapCategories)[number]): { name: Category; text: string; icon: IconName } => ({
  name,
  text: categoryNames[name],
  icon: icons[name],
})

/** Photo, category, send: three taps and no typing. */
export default function Snap() {
  const form = useAppealForm('snap')
  const { draft, change, photos, refused, posted, sent } = form
  const { known } = useTrade()
  const [tiles, setTiles] = useState(() => takenOf(snapCategories).map(tile))
  useEffect(() => {
    hearOfCity().then(() => setTiles(takenOf(snapCategories).map(tile)))
  }, [])
  const [choosingPlace, setChoosingPlace] = useState(false)
  const [supported, setSupported] = useState<string>()
  const { choose, locate } = useWhere(
    change,
    [posted, sent, supported].some((end) => end !== undefined),
  )
  const [askingTrade, setAskingTrade] = useState(false)

  const shoot = (inPlaceOf?: number) =>
    photos.add('camera', inPlaceOf).then((came) => {
      if (came) locate()
    })
  const shootAgain = () => shoot(draft.photos.length - 1)
  const similar = useSimilar(draft.photos.length > 0 ? draft.category : undefined, draft.position)
  const [nearest] = similar
  const taken = nearest !== undefined && !nearest.mine && !nearest.supported
  // The camera comes first, unless a photo waits from last time.
  useReady(() => {
    if (draft.photos.length === 0) shoot()
  })

  if (supported) return <Supported id={supported} />
  if (sent) return <Sent title="随手拍" sent={sent} />
  if (posted) return <Posted title="随手拍" requestId={posted} />

  const submit = (trade = known ?? draft.trade) => {
    if (draft.photos.length === 0) return shoot()
    if (!draft.category) return toast('点一下是哪一类')
    if (!draft.place) return setChoosingPlace(true)
    if (!trade) return setAskingTrade(true)
    return form.submit({ category: draft.category, place: draft.place, trade })
  }

  const sendText = taken ? '都不是，照常发出' : '发出'

  return (
    <Page
      title="随手拍"
      foot={
        <ActionBar
          main={
            <Button
              look={taken ? 'secondary' : 'main'}
              icon={draft.photos.length > 0 ? 'send' : 'camera'}
              text={photos.storing ? '照片在存' : draft.photos.length === 0 ? '拍一张' : sendText}
              busy={photos.storing}
              onTap={() => submit()}
            />
          }
        >
          {draft.position && (
            <Similar
              snaps={similar}
              position={draft.position}
              onSupported={(id) => {
                form.leave()
                setSupported(id)
              }}
              onSendAnyway={() => submit()}
            />
          )}
        </ActionBar>
      }
    >
      <View className="snap-photo">
        {photos.urls.length > 0 ? (
          <Shown urls={photos.urls} />
        ) : (
          <Tap className="snap-none" onTap={() => shoot()}>
            <Icon name="camera" size={44} />
            <View>先拍一张</View>
          </Tap>
        )}
        {photos.urls.length > 0 && (
          <View className="snap-again">
            <Tap className="snap-dark" onTap={shootAgain}>
              <Icon name="rotate-ccw" size={20} />
              <View>重拍</View>
            </Tap>
            {photos.urls.length < limits.photos && (
              <Tap className="snap-dark" onTap={() => shoot()}>
                <Icon name="plus" size={20} />
                <View>再拍一张</View>
              </Tap>
            )}
          </View>
        )}
      </View>
      <View className="snap-place">
        <Row
          icon="map-pin"
          title={draft.place?.name ?? '在哪个社区'}
          meta={
            draft.place
              ? (coarseWords(draft.place) ?? exactWords(draft.place, draft.position))
              : '选一回，下回记着。照片不带定位'
          }
          link={draft.place ? '改' : '选'}
          onTap={() => setChoosingPlace(true)}
        />
      </View>
      <View className="side snap-parts">
        <Heading text="是哪一类" aside={whoKnows(draft)} />
        <Tiles
          options={tiles}
          chosen={draft.category}
          onChoose={(category) => change({ category })}
          label="是哪一类"
        />
        <Toggle
          red
          icon="siren"
          title="有人有危险"
          words={`打开后按紧急办，${urgentWords()}`}
          on={draft.urgent}
          onChange={(urgent) => change({ urgent })}
        />
        <Talking voice={draft.voice} onChange={(voice) => change({ voice })} />
      </View>
      <PlaceSheet open={choosingPlace} onClose={() => setChoosingPlace(false)} onChoose={choose} />
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

/** Food safety is confidential; with danger it goes to whoever is nearest, who does not learn it either. */
function whoKnows({ category, urgent }: AppealDraft): string {
  if (category !== 'foodSafety') return '点一个'
  return urgent ? '赶去的人不知道是您' : '只有行业党委知道是您'
}

/** What others learn of where it was taken; one line, so that nothing moves under the thumb when the position comes. */
const exactWords = ({ location }: Place, position: AppealDraft['position']) =>
  position ? '别人只看到大概 100 米，照片不带定位' : `${location} · 照片不带定位`

/** The newest photo, as wide as the page; a tap shows all of them whole. */
function Shown({ urls }: { urls: string[] }) {
  const newest = urls[urls.length - 1] ?? ''
  return (
    <Tap label={`看照片，共 ${urls.length} 张`} onTap={() => Taro.previewImage({ urls, current: newest })}>
      <Image className="snap-image" src={newest} mode="aspectFill" />
      {urls.length > 1 && <View className="snap-count">共 {urls.length} 张</View>}
    </Tap>
  )
}
