import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { toast } from '../../ui/toast'
import '../privacy/index.scss'

/** The first administrator comes in by the code that deployment printed. */
export default function SetUp() {
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep()
  const use = async () => {
    const answer = await take('administrator.setUp', { code })
    if (isRefused(answer)) return setRefused(answer)
    if (!answer) return
    toast(`您是${answer.hat.organisation.name}的管理员了`)
    Taro.switchTab({ url: '/me/index' })
  }
  return (
    <Page
      title="我有设置码"
      foot={
        <ActionBar
          main={<Button text="当第一位管理员" busy={busy} onTap={use} />}
          consequence="设置码只能用一次，以后的管理员由您邀请"
        />
      }
    >
      <View className="side privacy">
        <Field
          caption="设置码"
          value={code}
          onChange={setCode}
          placeholder="三组，每组四个字母或数字"
          limit={40}
        />
      </View>
      <RefusalSheet
        refused={refused}
        onClose={() => setRefused(undefined)}
        {...(refused && isLost(refused) ? { again: { text: '再试一次', onTap: use } } : {})}
      />
    </Page>
  )
}
