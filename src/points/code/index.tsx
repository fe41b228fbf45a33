import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { codeWords } from '../../../domain/points/code'
import { OldCopy } from '../../appeal/OldCopy'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { usePull, useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { CodeFoot } from './CodeFoot'
import { Head } from './Head'
import './index.scss'
import { QrPicture } from './QrPicture'
import { Steps } from './Steps'

/** 领取码: the picture and the digits, where and by when; or how far it has come. */
export default function RedemptionCode() {
  const { id = '' } = useRouter().params
  const now = useNow()
  const { data, seen, refused, reload } = useRead('redemption.view', { id })
  const { busy, take } = useStep()
  const [wrong, setWrong] = useState<Refused>()
  useReturn(reload)
  usePull(reload)
  const redemption = data ?? seen?.data
  const cancel = async () => {
    const done = await take('redemption.cancel', { id })
    if (isRefused(done)) return setWrong(done)
    if (!done) return
    toast('退了，分回来了')
    reload()
  }
  return (
    <Page
      title="领取码"
      behind="/points/index/index"
      foot={data && <CodeFoot redemption={data} busy={busy} onCancel={cancel} />}
    >
      <View className="side redeem">
        {!redemption && !refused && <LoadingCard rows={3} />}
        {!redemption && refused && <Failure {...splitSentence(refused.message)} number={refused.number} />}
        {redemption && (
          <>
            <OldCopy refused={refused} keptAt={seen?.at} now={now} />
            <Head redemption={redemption} />
            {redemption.code && redemption.scan && (
              <Card className="redeem-card">
                <QrPicture text={redemption.scan} />
                <View className="redeem-digits">{codeWords(redemption.code)}</View>
                <View className="meta">给核销员扫，扫不了就念数字。只能用一次</View>
              </Card>
            )}
            <Card flush>
              <Row icon="map-pin" title={redemption.pickUp} meta={redemption.place} />
              {redemption.state === 'approved' && (
                <Row
                  icon="calendar-days"
                  title={`${date(redemption.expiresAt, now)}前领`}
                  meta="过期自动退分，不用管"
                />
              )}
            </Card>
            <Steps redemption={redemption} now={now} />
          </>
        )}
      </View>
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          reload()
        }}
        {...(wrong && isLost(wrong) && { again: { text: '再试一次', onTap: cancel } })}
      />
    </Page>
  )
}
