import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { honourKinds } from '../../../domain/honour/kinds'
import { isRefused, useStep } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { Picture } from '../../picture/Picture'
import { savePicture } from '../../picture/savePicture'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { HonourBadge } from '../HonourBadge'
import { honourDrawing } from './certificate'
import { DeclineSheet } from './DeclineSheet'
import './index.scss'
import { ObjectSheet } from './ObjectSheet'
import { stateWords } from './words'

/** One honour: who, what as, why, how far; the certificate and 谢绝 for whom it is, 提异议 for everybody else. */
export default function HonourPage() {
  const { id = '' } = useRouter().params
  const { data, seen, refused, reload } = useRead('honour.view', { id })
  const honour = data ?? seen?.data
  const [sheet, setSheet] = useState<'object' | 'decline'>()
  const [url, setUrl] = useState<string>()
  const [wrong, setWrong] = useState<Refused>()
  const { busy, take } = useStep()
  const now = useNow()
  usePull(reload)
  const finish = (said: string) => {
    setSheet(undefined)
    toast(said)
    reload()
  }
  const decline = async () => {
    const done = await take('honour.decline', { id })
    if (isRefused(done)) setWrong(done)
    else if (done) finish('不要了，别人也看不到了')
  }
  const certified = honour?.mine && honour.state === 'awarded'
  return (
    <Page
      title="荣誉"
      behind="/points/honours/index"
      {...(honour &&
        (certified || honour.mayObject) && {
          foot: certified ? (
            <ActionBar
              main={
                <Button
                  icon="download"
                  text="存下奖状，发出去"
                  busy={!url}
                  onTap={() => url && savePicture(url, honourKinds[honour.kind].name)}
                />
              }
            />
          ) : (
            <ActionBar
              main={
                <Button
                  look="secondary"
                  icon="message-circle-more"
                  text="我有话说"
                  onTap={() => setSheet('object')}
                />
              }
              consequence="您说的只有定的人看得到"
              consequenceIcon="lock"
            />
          ),
        })}
    >
      <View className="side honour">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!honour && !refused && <LoadingCard rows={3} />}
        {honour && (
          <>
            <Card>
              <View className="honour-head">
                <View className="honour-sign">
                  <Icon name="award" size={44} />
                </View>
                <View className="big">{honour.name}</View>
                <View className="strong">
                  {honour.place} · {honourKinds[honour.kind].name}
                </View>
                <HonourBadge state={honour.state} />
              </View>
              <View className="plain said honour-line">{honour.reason}</View>
              <View className="meta honour-line">{factWords(honour.facts)}</View>
            </Card>
            <View className="meta">{stateWords(honour, now)}</View>
            {certified && <Picture name="奖状" drawing={honourDrawing(honour)} onUrl={setUrl} />}
            {honour.mayDecline && (
              <Button look="text" text="谢谢，这个我不要" onTap={() => setSheet('decline')} />
            )}
          </>
        )}
      </View>
      {sheet === 'object' && <ObjectSheet id={id} onClose={() => setSheet(undefined)} onDone={finish} />}
      {sheet === 'decline' && (
        <DeclineSheet busy={busy} onClose={() => setSheet(undefined)} onDecline={decline} />
      )}
      <RefusalSheet refused={wrong} onClose={() => setWrong(undefined)} />
    </Page>
  )
}

const factWords = ({ points, solved }: { points: number; solved: number }): string =>
  `提名时今年 ${points} 分${solved > 0 ? `，发现并办成 ${solved} 件` : ''}`
