import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../domain/appeal/limits'
import { Posted } from '../../appeal/Posted'
import { Sent } from '../../appeal/Sent'
import { TradeSheet } from '../../appeal/TradeChips'
import { useAppealForm } from '../../appeal/useAppealForm'
import { RefusalSheet } from '../../call/RefusalSheet'
import { Talking } from '../../call/Talking'
import { useRead } from '../../call/useRead'
import { PlaceSheet } from '../../place/PlaceSheet'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Photos } from '../../ui/Photos'
import { Row } from '../../ui/Row'
import { TextArea } from '../../ui/TextArea'
import { Tiles } from '../../ui/Tile'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { Assessed } from '../Assessed'
import { causeTiles } from '../causes'
import { FineChoice } from './FineChoice'
import { filled, missing, type ReliefDraft } from './filled'
import './index.scss'
import { PlatformChoice } from './PlatformChoice'
import { WhenChoice } from './WhenChoice'

const title = '免责申诉'

/** 绿色通道: what the platform did and why it was nobody's fault; six taps for a rainy day. */
export default function ReliefForm() {
  const form = useAppealForm('relief')
  const { draft, change, photos, refused, posted, sent } = form
  const profile = useRead('person.profile', {})
  const self = profile.data ?? profile.seen?.data
  const [choosingPlace, setChoosingPlace] = useState(false)
  const [askingTrade, setAskingTrade] = useState(false)
  const [cause, setCause] = useState(draft.relief?.cause)
  const now = useNow()

  if (sent)
    return (
      <Sent title={title} sent={sent}>
        {sent.assessed && cause && <Assessed assessed={sent.assessed} cause={cause} reader="person" />}
      </Sent>
    )
  if (posted) return <Posted title={title} requestId={posted} />

  // Whom they said they ride for is chosen beforehand, and can be changed.
  const known: ReliefDraft = self?.platform ? { platform: self.platform } : {}
  const relief: ReliefDraft = { ...known, ...draft.relief }
  const say = (said: ReliefDraft) => change((now) => ({ relief: { ...known, ...now.relief, ...said } }))
  const trade = self?.trade ?? draft.trade

  const submit = (as = trade) => {
    const lacks = missing(relief)
    if (lacks) return toast(lacks)
    if (!draft.place) return setChoosingPlace(true)
    if (!as) return setAskingTrade(true)
    return form.submit({
      category: 'penalty',
      place: draft.place,
      trade: as,
      relief: filled(relief, Date.now()),
    })
  }

  return (
    <Page
      title={title}
      foot={
        <ActionBar
          main={
            <Button
              text={photos.storing ? '照片在存' : '发给行业党委'}
              busy={photos.storing}
              onTap={() => submit()}
            />
          }
          consequence={draft.relief ? '草稿已存在手机上，没信号也不丢' : '核定同意，就开公函去跟平台说'}
          {...(draft.relief && { consequenceIcon: 'check' as const })}
        />
      }
    >
      <View className="side relief-form">
        <View>
          <Heading text="什么原因" />
          <View className="relief-part">
            <Tiles
              options={causeTiles}
              chosen={relief.cause}
              label="什么原因"
              onChoose={(chosen) => {
                setCause(chosen)
                say({ cause: chosen })
              }}
            />
          </View>
        </View>
        <FineChoice yuan={relief.fineYuan} onChange={(fineYuan) => say({ fineYuan })} />
        <PlatformChoice
          key={self?.platform ?? ''}
          trade={trade}
          platform={relief.platform}
          onChange={(platform) => say({ platform })}
        />
        <View>
          <Field
            kind="number"
            caption="订单号，写后四位就行"
            placeholder="比如 4519"
            value={relief.orderNumber ?? ''}
            limit={40}
            onChange={(orderNumber) => say({ orderNumber })}
          />
          <View className="hint relief-hint">整个号也能写，只留后四位</View>
        </View>
        <WhenChoice at={relief.occurredAt} now={now} onChange={(occurredAt) => say({ occurredAt })} />
        <View>
          <Heading text="证据" aside="有就加，没有也能发" />
          <View className="relief-part">
            <Photos
              urls={photos.urls}
              limit={limits.photos}
              onAdd={() => photos.add('any')}
              onRemove={photos.remove}
            />
          </View>
        </View>
        <Talking voice={draft.voice} onChange={(voice) => change({ voice })} />
        <TextArea
          short
          value={draft.text}
          onChange={(text) => change({ text })}
          placeholder="还想说的，可以不写"
          label="还想说的"
          limit={limits.text}
        />
        <Card flush>
          <Row
            icon="map-pin"
            title={draft.place?.name ?? '在哪个社区'}
            meta={draft.place ? draft.place.location : '选一回，下回记着'}
            link={draft.place ? '换' : '选'}
            onTap={() => setChoosingPlace(true)}
          />
        </Card>
      </View>
      <PlaceSheet
        open={choosingPlace}
        onClose={() => setChoosingPlace(false)}
        onChoose={(place) => change({ place })}
      />
      <TradeSheet
        open={askingTrade}
        onClose={() => setAskingTrade(false)}
        onChoose={(chosen) => {
          setAskingTrade(false)
          change({ trade: chosen })
          submit(chosen)
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
