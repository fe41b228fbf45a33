import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { thanksDigits } from '../../../domain/task/thanks'
import { isLost } from '../../appeal/useStep'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { Field } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { LoadingCard, Notice } from '../../ui/States'
import './index.scss'
import { splitSentence } from '../../call/refused'
import { Thanked } from './Thanked'
import { Thanking } from './Thanking'

/** 说声谢谢: whoever was helped thanks those who did it, by the code they were given; nobody signs in. */
export default function Thanks() {
  const { code: sent = '' } = useRouter().params
  const [typed, setTyped] = useState(sent)
  const [thanked, setThanked] = useState(false)
  const code = thanksDigits(typed)
  const { data, refused, reload } = useRead('task.thanked', code === undefined ? undefined : { code })
  if (thanked || data?.given) return <Thanked before={!thanked} />
  if (code !== undefined && data)
    return <Thanking code={code} task={data} onThanked={() => setThanked(true)} />
  const lost = refused && isLost(refused)
  return (
    <Page title="说声谢谢">
      <View className="side thanks">
        <View className="big">有人替您跑了一趟</View>
        <View className="plain">输进社区给您的谢谢码，就能谢谢他。不用登录。</View>
        <Field caption="谢谢码，十位数字" value={typed} onChange={setTyped} kind="number" limit={14} />
        {lost && <Unread refused={refused} at={undefined} onAgain={reload} />}
        {refused && !lost && <Notice icon="info" {...splitSentence(refused.message)} />}
        {code !== undefined && !refused && <LoadingCard rows={1} />}
      </View>
    </Page>
  )
}
