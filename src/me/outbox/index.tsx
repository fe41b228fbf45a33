import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { WaitingBody } from '../../appeal/WaitingBody'
import { getsThrough } from '../../appeal/waiting'
import { acknowledge, useOutbox, type Waiting, wakeOutbox } from '../../call/outbox'
import { useOnline } from '../../call/useOnline'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Empty, Notice } from '../../ui/States'
import { Tap } from '../../ui/Tap'
import { useNow } from '../../ui/useNow'
import './index.scss'
import { mend, needsAsking } from './mend'
import { ChangeSheet, DiscardSheet } from './Sheets'

/** 待发: what waits on the phone, what is on its way, and what just went. */
export default function OutboxPage() {
  const { entries, progress } = useOutbox()
  const online = getsThrough(entries, useOnline())
  const now = useNow()
  const [asking, setAsking] = useState<{ about: 'change' | 'discard'; entry: Waiting }>()
  const waiting = entries.filter(({ standing }) => standing.is !== 'sent')
  const sent = entries.filter(({ standing }) => standing.is === 'sent')
  const tryable = waiting.some(({ standing }) => standing.is === 'waiting')
  const close = () => setAsking(undefined)
  const change = (entry: Waiting) => {
    if (needsAsking(entry)) setAsking({ about: 'change', entry })
    else mend(entry)
  }

  return (
    <Page
      title="待发"
      foot={
        tryable && (
          <ActionBar
            main={
              <Button
                icon="refresh-cw"
                text={progress ? '正在发' : '现在试着发'}
                busy={progress !== undefined}
                onTap={wakeOutbox}
              />
            }
          />
        )
      }
    >
      <View className="side outbox">
        {!online && (
          <Notice icon="wifi-off" title="没信号，先存在手机上" words="有信号自己发，只发一次，不用守着" />
        )}
        {entries.length === 0 && (
          <Card>
            <Empty title="都发出去了" words="没信号的时候发的，会先存在这里，有信号自己发。" />
          </Card>
        )}
        {waiting.length > 0 && (
          <>
            <Heading text={`还没发的 ${waiting.length} 件`} />
            <Card flush>
              {waiting.map((entry, index) => (
                <View className="outbox-row" key={entry.requestId}>
                  <WaitingBody entry={entry} progress={progress} online={online} now={now}>
                    {progress?.requestId !== entry.requestId && (
                      <View className="outbox-buttons">
                        <Button
                          look={tryable || index > 0 ? 'secondary' : 'main'}
                          text="改一改"
                          onTap={() => change(entry)}
                        />
                        <Button
                          look="secondary"
                          text="不发了"
                          onTap={() => setAsking({ about: 'discard', entry })}
                        />
                      </View>
                    )}
                  </WaitingBody>
                </View>
              ))}
            </Card>
          </>
        )}
        {sent.length > 0 && (
          <>
            <Heading text="刚发出的" />
            <Card flush>
              {sent.map((entry) => (
                <Tap className="outbox-row" key={entry.requestId} onTap={() => open(entry)}>
                  <WaitingBody entry={entry} progress={progress} online={online} now={now} />
                </Tap>
              ))}
            </Card>
          </>
        )}
      </View>
      {asking?.about === 'change' && <ChangeSheet entry={asking.entry} onClose={close} />}
      {asking?.about === 'discard' && <DiscardSheet entry={asking.entry} onClose={close} />}
    </Page>
  )
}

/** What was sent is told once: from now on it stands among what is being handled. */
function open({ requestId, standing }: Waiting): void {
  if (standing.is !== 'sent') return
  Taro.navigateTo({ url: `/appeal/detail/index?id=${standing.receipt.id}` })
  acknowledge(requestId)
}
