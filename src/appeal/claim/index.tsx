import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { claimCode, codeOf, codeWords } from '../../../domain/filing/filing'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { isLost, isRefused, useStep } from '../useStep'
import './index.scss'

/** Somebody was spoken for: by the code that they were told, it is theirs from now on. */
export default function Claim() {
  const { code: sent = '' } = useRouter().params
  const [typed, setTyped] = useState(() => (claimCode.test(sent) ? codeWords(sent) : ''))
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep()
  const code = codeOf(typed)
  const claim = async () => {
    const answer = await take('filing.claim', { code })
    if (isRefused(answer)) setRefused(answer)
    else if (answer) Taro.redirectTo({ url: `/appeal/detail/index?id=${answer.id}` })
  }
  return (
    <Page
      title="认领一件事"
      foot={
        <ActionBar
          main={
            claimCode.test(code) ? (
              <Button text="是我的事，认领" busy={busy} onTap={claim} />
            ) : (
              <Button look="locked" text="是我的事，认领" onTap={() => {}} />
            )
          }
          consequence={claimCode.test(code) ? '认领以后，代报的人看不到细节了' : '认领码是十位数字'}
        />
      }
    >
      <View className="side claim">
        <View className="big">有人替您报了一件事</View>
        <View className="plain">
          认领到自己手机上，办到哪一步直接告诉您，满不满意由您来说。替您留的电话会删掉。
        </View>
        <Field
          caption="认领码"
          value={typed}
          onChange={setTyped}
          placeholder="代报的人念给您的十位数字"
          kind="number"
          limit={14}
        />
      </View>
      <RefusalSheet
        refused={refused}
        onClose={() => setRefused(undefined)}
        {...(refused && isLost(refused) ? { again: { text: '再试一次', onTap: claim } } : {})}
      />
    </Page>
  )
}
