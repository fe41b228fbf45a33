import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chips } from '../../ui/Chip'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { TextArea } from '../../ui/TextArea'

interface Props {
  code: string
  task: Output<'task.thanked'>
  onThanked: () => void
}

const usual = ['谢谢您跑这一趟', '您辛苦了，慢点骑', '东西收到了，真好', '有您在，心里踏实'].map((text) => ({
  name: text,
  text,
}))
const limit = 100

/** What was done, and a few words for those who did it: the usual ones are chosen, so that one tap is enough. */
export function Thanking({ code, task: { title, organisation }, onThanked }: Props) {
  const [words, setWords] = useState('谢谢您跑这一趟')
  const [refused, setRefused] = useState<Refused>()
  const { busy, take } = useStep()
  const tooLong = [...words.trim()].length > limit
  const thank = async () => {
    const done = await take('task.thank', { code, words: words.trim() })
    if (isRefused(done)) setRefused(done)
    else if (done) onThanked()
  }
  return (
    <Page
      title="说声谢谢"
      foot={
        <ActionBar
          {...(tooLong && { reason: `短一点，${limit} 个字以内` })}
          main={<Button look={tooLong ? 'locked' : 'main'} text="说声谢谢" busy={busy} onTap={thank} />}
          consequence="马上告诉替您跑的人，不带您的电话"
        />
      }
    >
      <View className="side thanks">
        <Card flush>
          <Row icon="hand-helping" title={title} meta={`${organisation}请人做的`} />
        </Card>
        <View className="heading">想说什么</View>
        <View className="thanks-chips">
          <Chips
            wrap
            look="answer"
            label="想说什么"
            options={usual}
            chosen={usual.find(({ name }) => name === words)?.name}
            onChoose={setWords}
          />
        </View>
        <TextArea
          short
          value={words}
          onChange={setWords}
          limit={limit}
          label="自己说一句"
          caption="也可以自己说一句"
          placeholder="不写也行"
        />
      </View>
      <RefusalSheet
        refused={refused}
        onClose={() => setRefused(undefined)}
        {...(refused && isLost(refused) && { again: { text: '再试一次', onTap: thank } })}
      />
    </Page>
  )
}
