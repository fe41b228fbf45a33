import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { tradeNames } from '../../../domain/people/roles'
import { isRefused, useStep } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useReturn } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import '../privacy/index.scss'
import { DeletionSheet } from './DeletionSheet'
import { ExportRow } from './ExportRow'
import { PhoneButton } from './PhoneButton'
import { Posts } from './Posts'

/** What is stored about me, who looked, and how to take it away. */
export default function MyData() {
  const reading = useRead('person.profile', {})
  const me = useRead('person.me', {})
  const { data, seen, refused, reload } = reading
  const [wrong, setWrong] = useState<Refused>()
  const [deleting, setDeleting] = useState(false)
  const { busy, take } = useStep()
  useReturn(reload)
  const profile = data ?? seen?.data
  const go = (page: string) => () => Taro.navigateTo({ url: `/me/${page}/index` })

  const savePhone = async (code: string) => {
    const answer = await take('person.savePhone', { code })
    if (isRefused(answer)) return setWrong(answer)
    if (answer) toast('电话存好了，只给该看的人看')
    reload()
  }
  const removePhone = async () => {
    const answer = await take('person.removePhone', {})
    if (isRefused(answer)) return setWrong(answer)
    if (answer) toast('电话删掉了')
    reload()
  }

  return (
    <Page title="我的资料">
      <View className="side privacy">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!profile && !refused && <LoadingCard rows={3} />}
        {profile && (
          <>
            <Card flush>
              <Row
                icon="user-round"
                title={profile.nickname ?? '还没报到'}
                meta={
                  [
                    profile.trade && tradeNames[profile.trade],
                    profile.platform,
                    profile.community && `${profile.community.name}报到`,
                  ]
                    .filter(Boolean)
                    .join(' · ') || '20 秒报到，以后少填几样'
                }
                link={profile.community ? '改' : '报到'}
                onTap={go('register')}
              />
            </Card>
            <View className="privacy-part">
              <Heading text="电话" />
              <Card>
                <View className="strong">{profile.phone ?? '没留电话'}</View>
                <View className="meta">
                  {profile.phone
                    ? '选了实名，接单的人能看；保密的，只有回访的人能看。看一次记一次。'
                    : '不留也能用。留了，实名的事办起来能打给您。'}
                </View>
                {profile.phone ? (
                  <Button look="text" icon="trash-2" text="删掉电话" busy={busy} onTap={removePhone} />
                ) : (
                  <PhoneButton text="留电话" busy={busy} onCode={savePhone} />
                )}
              </Card>
            </View>
          </>
        )}
        {me.data && <Posts me={me.data} onDone={me.reload} />}
        <Card flush>
          <Row icon="eye" title="谁看过我的电话" meta="谁、什么时候、为什么" onTap={go('looks')} />
          <Row icon="shield-check" title="隐私说明" meta="存什么、给谁看、怎么删" onTap={go('privacy')} />
          <ExportRow />
        </Card>
        <Card flush>
          <Row
            icon="key-round"
            title="单位头一回开通"
            meta="第一位管理员在这里输设置码"
            onTap={go('setUp')}
          />
          <Row
            icon="log-out"
            title="注销"
            meta="删掉您的一切资料，先告诉您会怎样"
            onTap={() => setDeleting(true)}
          />
        </Card>
      </View>
      {deleting && (
        <DeletionSheet
          onClose={() => setDeleting(false)}
          onRefused={(refusal) => {
            setDeleting(false)
            setWrong(refusal)
          }}
        />
      )}
      <RefusalSheet refused={wrong} onClose={() => setWrong(undefined)} />
    </Page>
  )
}
