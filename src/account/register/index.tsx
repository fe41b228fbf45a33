import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Place } from '../../../domain/contract'
import { consentVersion, peopleLimits } from '../../../domain/people/limits'
import { platforms } from '../../../domain/people/platforms'
import { type Trade, tradeNames } from '../../../domain/people/roles'
import { TradeChips } from '../../appeal/TradeChips'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { useDraft } from '../../call/draft'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { chosenPlaces } from '../../place/chosen'
import { PlaceSheet } from '../../place/PlaceSheet'
import { useScanned } from '../../place/useScanned'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'
import { goBack, Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { toast } from '../../ui/toast'
import './index.scss'

interface Draft {
  nickname: string
  platform: string
  trade?: Trade
  place?: Pick<Place, 'id' | 'name'>
}

/** 报到: all but the name is filled in already; one tap agrees and is done. */
export default function Register() {
  const { data, seen } = useRead('person.profile', {})
  const known = data ?? seen?.data
  const [draft, change, clear] = useDraft<Draft>('register', { nickname: '', platform: '' })
  const [choosing, setChoosing] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep()
  const found = useScanned()
  const scanned = found?.kind === 'community' ? found : undefined

  const trade = draft.trade ?? known?.trade
  const recent = chosenPlaces().find(({ kind }) => kind === 'community')
  const place = draft.place ?? scanned ?? known?.community ?? recent
  const nickname = draft.nickname || known?.nickname || (trade ? tradeNames[trade] : '')
  const platform = draft.platform || known?.platform || ''

  const register = async () => {
    if (!place) return setChoosing(true)
    if (!trade) return toast('点一下您是做什么的')
    const answer = await take('person.register', {
      nickname,
      trade,
      platform,
      communityId: place.id,
      consentVersion,
    })
    if (isRefused(answer)) return setRefused(answer)
    if (!answer) return
    clear()
    toast(`在${answer.community.name}报到了`)
    goBack()
  }

  return (
    <Page
      title="去社区报到"
      foot={
        <ActionBar
          main={<Button text={busy ? '正在报到' : '同意并报到'} busy={busy} onTap={register} />}
          consequence="点了就是同意隐私说明，随时能注销"
        />
      }
    >
      <View className="register">
        <View className="side">
          <Card flush>
            <Row
              icon="map-pin"
              title={place?.name ?? '在哪个社区报到'}
              meta={place ? '有事找它，有活动通知您' : '常跑、常住的都行'}
              link={place ? '换' : '选'}
              onTap={() => setChoosing(true)}
            />
          </Card>
        </View>
        <View className="side">
          <Field
            kind="nickname"
            caption="怎么称呼您（不用真名）"
            value={draft.nickname || known?.nickname || ''}
            onChange={(nickname) => change({ nickname })}
            placeholder={trade ? tradeNames[trade] : '比如 老王'}
            limit={peopleLimits.nickname}
          />
        </View>
        {!known?.trade && <TradeChips chosen={draft.trade} onChoose={(trade) => change({ trade })} />}
        {trade && platforms[trade].length > 0 && (
          <View>
            <View className="side">
              <Heading text="跑哪家的" aside="不选也行" />
            </View>
            <View style={{ paddingTop: '8px' }}>
              <Chips
                look="answer"
                label="跑哪家的"
                options={platforms[trade].map((name) => ({ name, text: name }))}
                chosen={platform}
                onChoose={(platform) => change({ platform })}
              />
            </View>
          </View>
        )}
        <View className="side">
          <Card flush>
            <Row
              icon="shield-check"
              title="隐私说明"
              meta="存什么、给谁看、怎么删"
              onTap={() => Taro.navigateTo({ url: '/account/privacy/index' })}
            />
          </Card>
        </View>
      </View>
      <PlaceSheet
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(place) =>
          place.kind === 'community' ? change({ place }) : toast('报到要选到社区，再往下点一级')
        }
      />
      <RefusalSheet
        refused={refused}
        onClose={() => setRefused(undefined)}
        {...(refused && isLost(refused) ? { again: { text: '再试一次', onTap: register } } : {})}
      />
    </Page>
  )
}
