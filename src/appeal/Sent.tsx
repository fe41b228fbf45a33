import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import type { Output } from '../../domain/contract'
import { useRead } from '../call/useRead'
import { ActionBar } from '../ui/ActionBar'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon, type IconName } from '../ui/Icon'
import { Page } from '../ui/Page'
import { Reason } from '../ui/Reason'
import { Row } from '../ui/Row'
import './Sent.scss'
import { moment } from './words'

/** The function has it: to whom it went and why, by when, and its number. */
export function Sent({
  title,
  sent,
  children,
}: PropsWithChildren<{ title: string; sent: Output<'appeal.submit'> }>) {
  const { data: me, reload } = useRead('person.me', {})
  useDidShow(() => {
    reload()
  })
  const { id, number, state, organisation, dispatch, acceptBy, resolveBy } = sent
  const now = Date.now()
  const lines: { icon: IconName; text: string }[] = [
    { icon: 'clock', text: `${moment(acceptBy, now)} 前有人接` },
    ...(resolveBy ? [{ icon: 'circle-check' as const, text: `${moment(resolveBy, now)} 前办完` }] : []),
    { icon: 'bell-ring', text: '没办完不销号，办完先问您' },
  ]
  return (
    <Page
      title={title}
      foot={
        <ActionBar
          secondary={
            <Button look="secondary" text="回首页" onTap={() => Taro.switchTab({ url: '/home/index' })} />
          }
          main={
            <Button
              text="看进展"
              iconAfter="arrow-right"
              onTap={() => Taro.redirectTo({ url: `/appeal/detail/index?id=${id}` })}
            />
          }
        />
      }
    >
      <View className="side sent">
        <View className="sent-circle">
          <Icon name="check" size={44} />
        </View>
        <View className="big sent-title">
          {state === 'submitted' ? `收到了，${organisation.name}来派单` : `已经派给${organisation.name}`}
        </View>
        <View className="meta sent-number">编号 {number}</View>
        <Card className="sent-lines">
          {lines.map(({ icon, text }) => (
            <View className="sent-line" key={icon}>
              <Icon name={icon} />
              <View>{text}</View>
            </View>
          ))}
        </Card>
        {children && <View className="sent-more">{children}</View>}
        <Reason
          title="为什么派给它"
          foot={dispatch.ruleNumber > 0 && `规则 ${dispatch.ruleNumber} · 第 ${dispatch.ruleVersion} 版`}
        >
          {dispatch.reason}
        </Reason>
        {me && !me.community && (
          <Card flush className="sent-register">
            <Row
              icon="user-round"
              title="顺手报个到"
              meta="20 秒，以后少填几样"
              onTap={() => Taro.navigateTo({ url: '/account/register/index' })}
            />
          </Card>
        )}
      </View>
    </Page>
  )
}
