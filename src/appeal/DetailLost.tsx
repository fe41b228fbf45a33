import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { stateNames } from '../../domain/appeal/states'
import { type Refused, splitSentence } from '../call/refused'
import type { Seen } from '../call/seen'
import { ActionBar } from '../ui/ActionBar'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/Icon'
import { Page } from '../ui/Page'
import { Failure } from '../ui/States'
import './DetailLost.scss'
import { isLost } from './useStep'
import { moment } from './words'

interface Props {
  tone: 'rider' | 'staff'
  refused: Refused
  seen: Seen<'appeal.view'> | undefined
  onSeen: () => void
  onAgain: () => void
  loading: boolean
  /** On top: the hat under which it was asked for. */
  strip?: ReactNode
  /** The way out when trying again would not help. */
  out: { text: string; onTap: () => void }
}

/** An appeal that could not be read: what was seen last time, and the way on. */
export function DetailLost({ tone, refused, seen, onSeen, onAgain, loading, strip, out }: Props) {
  const lost = isLost(refused)
  const { title, words } = lost
    ? { title: '没连上，不是您的问题', words: '您写的、拍的都在手机上，一样没丢。' }
    : splitSentence(refused.message)
  const kept = lost ? seen : undefined
  return (
    <Page
      title="诉求详情"
      tone={tone}
      foot={
        <ActionBar
          {...(kept && { secondary: <Button look="secondary" text="看存的" onTap={onSeen} /> })}
          main={
            lost ? (
              <Button icon="refresh-cw" text="再试一次" onTap={onAgain} busy={loading} />
            ) : (
              <Button text={out.text} onTap={out.onTap} />
            )
          }
        />
      }
    >
      {strip}
      <Failure
        title={title}
        words={words}
        icon={lost ? (refused.code === 'OFFLINE' ? 'cloud-off' : 'info') : 'lock'}
        number={lost ? refused.number : undefined}
      >
        {kept && (
          <Card className="last-seen">
            <Icon name="history" />
            <View>
              <View className="strong">上次看到：{stateNames[kept.data.state]}</View>
              <View className="meta">
                {kept.data.organisation.name} · {moment(kept.at, Date.now())} 存的
              </View>
            </View>
          </Card>
        )}
      </Failure>
    </Page>
  )
}
