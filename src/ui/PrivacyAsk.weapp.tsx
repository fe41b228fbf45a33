import { View, Button as WeChatButton } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { Button } from './Button'
import { Card } from './Card'
import './PrivacyAsk.scss'
import { Row } from './Row'
import { Sheet } from './Sheet'

type Answer = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0]
type Ask = (answer: Answer) => void

const agreeId = 'privacy-agree'

/** The page in front asks; without one WeChat hears no, and what asked goes on without. */
let front: Ask | undefined
Taro.onNeedPrivacyAuthorization((answer) => {
  if (front) front(answer)
  else answer({ event: 'disagree' })
})

/** WeChat wants to be told that the person agreed before it opens the camera, the place, the microphone … for the first time. */
export function PrivacyAsk() {
  const [waiting, setWaiting] = useState<readonly Answer[]>([])
  const asked = useRef(waiting)
  const [ask] = useState<Ask>(() => (answer: Answer) => {
    asked.current = [...asked.current, answer]
    setWaiting(asked.current)
  })
  // A page that is drawn anew while it is shown hears of no showing; one that goes hears of no hiding.
  useEffect(() => {
    front = ask
    return () => {
      if (front === ask) front = undefined
      for (const answer of asked.current) answer({ event: 'disagree' })
    }
  }, [ask])
  useDidShow(() => {
    front = ask
  })
  useDidHide(() => {
    if (front === ask) front = undefined
  })
  const say = (option: Parameters<Answer>[0]) => {
    for (const answer of asked.current) answer(option)
    asked.current = []
    setWaiting([])
  }
  return (
    <Sheet
      open={waiting.length > 0}
      title="先说好怎么用您的信息"
      icon="shield-check"
      onClose={() => say({ event: 'disagree' })}
      foot={
        <>
          <WeChatButton
            id={agreeId}
            className="button button-main privacy-agree"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => say({ event: 'agree', buttonId: agreeId })}
          >
            同意，接着用
          </WeChatButton>
          <Button look="text" text="不同意" onTap={() => say({ event: 'disagree' })} />
        </>
      }
    >
      <View className="plain">拍照、定位、录音这些，只在您点的时候用，只为办您的事。</View>
      <View className="plain privacy-ask-line">不同意也行：可以打字说，自己选地方。</View>
      <Card flush>
        <Row icon="file-text" title="隐私保护指引全文" link="看" onTap={() => Taro.openPrivacyContract()} />
      </Card>
    </Sheet>
  )
}
