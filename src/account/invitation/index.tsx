import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { dutiesOf } from '../../../domain/people/appointing'
import { postName } from '../../../domain/people/roles'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { wearHat } from '../../me/hat'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import './index.scss'

const home = () => Taro.switchTab({ url: '/home/index' })

/** What an invitation offers: who invites, as what, what it lets one do; one tap takes it up. */
export default function InvitationPage() {
  const { params } = useRouter()
  const token = params.token ?? params.scene ?? ''
  const { data, refused, reload, loading } = useRead('invitation.view', { token })
  const [wrong, setWrong] = useState<Refused>()
  const { busy, take } = useStep()

  const accept = async () => {
    const answer = await take('invitation.accept', { token })
    if (isRefused(answer)) {
      setWrong(answer)
      reload()
    } else if (answer) {
      wearHat(answer.hat)
      toast(`您是${answer.hat.organisation.name}的${answer.hat.title}了`)
      Taro.switchTab({ url: '/me/index' })
    }
  }

  if (!data && refused) {
    const lost = isLost(refused)
    return (
      <Page
        title="邀请您来"
        foot={
          <ActionBar
            main={
              <Button
                text={lost ? '再试一次' : '回首页'}
                busy={loading}
                onTap={lost ? () => reload() : home}
              />
            }
          />
        }
      >
        <Failure {...splitSentence(refused.message)} number={refused.number} />
      </Page>
    )
  }
  const open = data?.state === 'open'
  return (
    <Page
      title="邀请您来"
      foot={
        data && (
          <ActionBar
            {...(!open && { reason: overWords[data.mine ? 'mine' : data.state] })}
            main={<Button text={open ? '接受邀请' : '回首页'} busy={busy} onTap={open ? accept : home} />}
            {...(open && { consequence: '只能用一次，谁先接受算谁的' })}
          />
        )
      }
    >
      <View className="side invitation">{data ? <Offer invitation={data} /> : <LoadingCard rows={3} />}</View>
      <RefusalSheet
        refused={wrong}
        onClose={() => setWrong(undefined)}
        {...(wrong && isLost(wrong) ? { again: { text: '再试一次', onTap: accept } } : {})}
      />
    </Page>
  )
}

const overWords = {
  mine: '您已经接受了这个邀请',
  open: '',
  accepted: '已经有人接受了，请让邀请您的人再发一个',
  revoked: '邀请收回了，请问问邀请您的人',
  expired: '过了 7 天，请让邀请您的人再发一个',
} as const satisfies Record<Output<'invitation.view'>['state'] | 'mine', string>

function Offer({ invitation }: { invitation: Output<'invitation.view'> }) {
  const { organisation, role, title, by, until, expiresAt } = invitation
  const { does, sees } = dutiesOf(role)
  const now = Date.now()
  return (
    <>
      <View className="invitation-head">
        <Icon name="id-card" size={44} />
        <View className="big">{organisation.name}</View>
        <View className="plain">请您当{postName(role, title)}</View>
      </View>
      <View>
        <Heading text="接受以后，您可以" />
        <Card className="invitation-lines">
          {does.length > 0 && <View className="plain">办诉求：{does.join('、')}</View>}
          <View className="plain">{seesWords[sees]}</View>
          {role === 'administrator' && <View className="plain">管单位、管人员、看操作记录</View>}
          {(role === 'secretary' || role === 'administrator') && (
            <View className="plain">邀请同事、结束任职</View>
          )}
        </Card>
      </View>
      <View className="meta">
        {by} 邀请您。{date(expiresAt, now)}前有效
        {until === undefined ? '' : `，任职到${date(until, now)}`}。
      </View>
    </>
  )
}

const seesWords = {
  nothing: '看不到别人的诉求',
  organisation: '看得到本单位的诉求，看不到是谁说的',
  area: '看得到本单位和辖区的诉求，看不到是谁说的',
} as const satisfies Record<ReturnType<typeof dutiesOf>['sees'], string>
