import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { roleNames } from '../../../domain/people/roles'
import { isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { linkTo } from '../../call/link'
import { RefusalSheet } from '../../call/RefusalSheet'
import { type Refused, splitSentence } from '../../call/refused'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { goBack } from '../../ui/Page'
import { Failure, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { AdminPage } from '../AdminPage'
import { CodePicture } from '../CodePicture'
import { useAdminHat } from '../useAdminHat'
import './index.scss'
import { SendButton } from './SendButton'

/** An invitation to hand over: the code to scan from this screen, the link to send, and taking it back. */
export default function InvitationToSend() {
  const { token = '' } = useRouter().params
  const worn = useAdminHat('invitation.revoke')
  const { data, refused, reload } = useRead('invitation.view', { token }, worn.hat?.id)
  const picture = useRead('invitation.picture', worn.hat ? { token } : undefined, worn.hat?.id)
  const [wrong, setWrong] = useState<Refused>()
  const { busy, take } = useStep(worn.hat?.id)
  const path = `/account/invitation/index?token=${token}`
  const title = data && `${data.organisation.name}请您当${data.title ?? roleNames[data.role]}`
  useShareAppMessage(() => ({ title: title ?? '邀请您来', path }))

  const revoke = async () => {
    const answer = await take('invitation.revoke', { token })
    if (isRefused(answer)) return setWrong(answer)
    if (!answer) return
    toast('邀请收回了，链接打不开了')
    goBack()
  }
  const copy = () =>
    Taro.setClipboardData({ data: linkTo(path) }).then(
      () => toast('链接复制好了，粘贴给对方'),
      () => toast('没复制上，请再点一次'),
    )
  const open = data?.state === 'open'
  return (
    <AdminPage
      title="邀请"
      worn={worn}
      onRefresh={reload}
      foot={() =>
        data && (
          <ActionBar
            {...(!open && { reason: '这个邀请已经用不了了' })}
            secondary={open && <Button look="secondary" text="收回" busy={busy} onTap={revoke} />}
            main={open ? <SendButton onCopy={copy} /> : <Button text="回去" onTap={goBack} />}
            {...(open && { consequence: `${date(data.expiresAt, Date.now())}前有效，只能用一次` })}
          />
        )
      }
    >
      {!data && !refused && <LoadingCard rows={2} />}
      {!data && refused && <Failure {...splitSentence(refused.message)} number={refused.number} />}
      {data && (
        <Card className="code-card">
          <View className="heading">{title}</View>
          {open && <CodePicture url={picture.data?.url} refused={picture.refused} label="邀请的二维码" />}
          <View className="meta">让对方用微信扫一扫，或者把链接发过去</View>
        </Card>
      )}
      <RefusalSheet refused={wrong} onClose={() => setWrong(undefined)} />
    </AdminPage>
  )
}
