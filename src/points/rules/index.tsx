import { View } from '@tarojs/components'
import { Unread } from '../../call/Unread'
import { usePull } from '../../call/useFreshness'
import { useRead } from '../../call/useRead'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { LoadingCard } from '../../ui/States'
import { ruleWords } from '../words'

const facts = [
  ['先花最早得的', '当年得的，用到下一年年底；到期前 30 天告诉您。'],
  ['监督积分只用于免责', '食品安全线索给的，不能换东西，免责申诉时看它。'],
  ['积分不能转给别人', '它记的是您做过的事，不是钱。'],
] as const

/** 分怎么算: what pays how much where I am registered. */
export default function PointsRules() {
  const { data, seen, refused, reload } = useRead('points.rules', {})
  usePull(reload)
  const shown = data ?? seen?.data
  return (
    <Page title="分怎么算" behind="/points/index/index">
      <View className="side" style={{ paddingTop: '12px', paddingBottom: '24px' }}>
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!shown && !refused && <LoadingCard rows={4} />}
        {shown && (
          <>
            <Heading text={`${shown.place}的规则`} />
            <Card flush>
              {shown.rules.map((rule) => {
                const { title, lines } = ruleWords(rule)
                return (
                  <Row
                    key={rule.what}
                    title={title}
                    meta={lines.map((line) => <View key={line}>{line}</View>)}
                  />
                )
              })}
            </Card>
          </>
        )}
        <Heading text="还有三条" />
        <Card flush>
          {facts.map(([title, words]) => (
            <Row key={title} title={title} meta={words} />
          ))}
        </Card>
      </View>
    </Page>
  )
}
